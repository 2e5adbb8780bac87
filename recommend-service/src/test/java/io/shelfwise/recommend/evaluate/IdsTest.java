package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void numbersComeBySizeAndBeforeWords() {
    assertThat(Stream.of("b", "10", "9", "a10", "a9", "").sorted(Ids.ORDER))
        .containsExactly("9", "10", "", "a10", "a9", "b");
  }

  @Test
  void idsThatDifferAreNeverEqual() {
    assertThat(Ids.ORDER.compare("7", "07")).isNotZero();
  }
}
