package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.content.SimilarProducts.SharedTerm;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
  @Test
  void aPartIsDividedAmongItsWords() {
    SharedWords words = new SharedWords(2);
    words.add(0, 12, List.of(new SharedTerm("red", 1), new SharedTerm("cup", 3)));
    words.add(1, 4, List.of(new SharedTerm("tea", 1), new SharedTerm("red", 1)));

    List<Integer> strongest = words.strongest(2);

    assertThat(strongest).extracting(words::text).containsExactly("cup", "red");
    assertThat(words.total(strongest.get(0))).isEqualTo(12.0 * 3 / 4);
    assertThat(words.total(strongest.get(1))).isEqualTo(12.0 / 4 + 4.0 / 2);
    assertThat(words.part(strongest.get(1), 1)).isEqualTo(4.0 / 2);
  }

  @Test
  void whereNothingIsSharedThereAreNoWords() {
    SharedWords words = new SharedWords(1);
    words.add(0, 5, List.of());

    assertThat(words.strongest(2)).isEmpty();
  }
}
