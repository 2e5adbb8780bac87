package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.content.SimilarProducts.SharedTrait;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTraitsTest {
  private static final Trait RED = new Trait.Attribute("colour", "red");
  private static final Trait CUP = new Trait.Word("cup");
  private static final Trait TEA = new Trait.Word("tea");

  @Test
  void aPartIsDueToWhatTheLikenessIsDueTo() {
    SharedTraits traits = new SharedTraits(2);
    traits.add(0, 12, similar(4, new SharedTrait(RED, 1), new SharedTrait(CUP, 3)));
    traits.add(1, 4, similar(8, new SharedTrait(TEA, 1), new SharedTrait(RED, 2)));

    List<Integer> strongest = traits.strongest(2);

    assertThat(strongest).extracting(traits::trait).containsExactly(CUP, RED);
    assertThat(traits.total(strongest.get(0))).isEqualTo(12.0 * 3 / 4);
    assertThat(traits.total(strongest.get(1))).isEqualTo(12.0 * 1 / 4 + 4.0 * 2 / 8);
    assertThat(traits.part(strongest.get(1), 1)).isEqualTo(4.0 * 2 / 8);
  }

  @Test
  void whatTheyAreAboutIsNotTold() {
    SharedTraits traits = new SharedTraits(1);
    traits.add(0, 5, similar(2, new SharedTrait(Trait.Meaning.ALIKE, 2)));

    assertThat(traits.strongest(2)).isEmpty();
  }

  private static Similar similar(double score, SharedTrait... traits) {
    return new Similar("other", score, List.of(traits));
  }
}
