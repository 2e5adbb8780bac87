package io.shelfwise.recommend.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  private final Dictionary dictionary = new Dictionary();

  @Test
  void numbersAreGivenInOrderAndKept() {
    assertThat(dictionary.number("cup")).isEqualTo(0);
    assertThat(dictionary.number("plate")).isEqualTo(1);
    assertThat(dictionary.number("cup")).isEqualTo(0);
    assertThat(dictionary.find("spoon")).isEqualTo(Dictionary.UNKNOWN);
    assertThat(dictionary.ids()).containsExactly("cup", "plate");
  }

  @Test
  void manyThreadsGetTheSameNumbers() {
    IntStream.range(0, 10_000).parallel().forEach(i -> dictionary.number("p" + i % 500));

    assertThat(dictionary.size()).isEqualTo(500);
    assertThat(IntStream.range(0, 500).map(i -> dictionary.find(dictionary.id(i))).toArray())
        .isEqualTo(IntStream.range(0, 500).toArray());
  }

  @Test
  void numbersOfOthersAreAdoptedOnlyIfTheyMeanTheSame() {
    dictionary.number("cup");

    assertThat(dictionary.adopt(List.of("cup", "plate"))).isTrue();
    assertThat(dictionary.find("plate")).isEqualTo(1);
    assertThat(dictionary.adopt(List.of("plate", "cup"))).isFalse();
  }
}
