package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> COMMANDS = List.of("bench", "demo", "evaluate", "serve");

  @Test
  void theNearestNameIsMeant() {
    assertThat(Spelling.meant("evalaute", COMMANDS)).contains("evaluate");
    assertThat(Spelling.meant("dmo", COMMANDS)).contains("demo");
  }

  @Test
  void whatIsNotNearIsNotMeant() {
    assertThat(Spelling.meant("xyz", COMMANDS)).isEmpty();
    assertThat(Spelling.nearest("xyz", COMMANDS)).isPresent();
  }
}
