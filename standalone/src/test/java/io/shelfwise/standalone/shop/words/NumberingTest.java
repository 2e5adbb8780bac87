package io.shelfwise.standalone.shop.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberingTest {
  @Test
  void everyNumberIsGivenOnce() {
    Numbering numbering = new Numbering(90_000);
    assertThat(IntStream.range(0, 90_000).mapToLong(numbering::number).distinct().count())
        .isEqualTo(90_000);
  }

  @Test
  void numbersHaveOneLength() {
    Numbering numbering = new Numbering(90_000);
    assertThat(IntStream.range(0, 90_000).mapToLong(numbering::number))
        .allMatch(n -> n >= 10_000 && n < 100_000);
  }

  @Test
  void moreThingsGetLongerNumbers() {
    assertThat(new Numbering(90_001).number(0)).isBetween(100_000L, 999_999L);
    assertThat(new Numbering(1_000_000).number(999_999)).isBetween(1_000_000L, 9_999_999L);
  }

  @Test
  void theIndexIsFoundByTheNumber() {
    Numbering numbering = new Numbering(1_000_000);
    assertThat(IntStream.of(0, 1, 4_711, 999_999))
        .allMatch(i -> numbering.index(numbering.number(i)) == i);
  }
}
