package io.shelfwise.standalone.shop.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {
  @Test
  void gapsAreFilledWithWords() {
    assertThat(Phrase.fill("{A noun} in {shade}.", Map.of("noun", "mug", "shade", "sage")))
        .isEqualTo("A mug in sage.");
  }

  @Test
  void theArticleSuitsTheWord() {
    assertThat(Phrase.fill("{a noun}", Map.of("noun", "egg cup"))).isEqualTo("an egg cup");
    assertThat(Phrase.fill("{a noun}", Map.of("noun", "tent pegs"))).isEqualTo("tent pegs");
  }

  @Test
  void oneAndManyAreToldApart() {
    String phrase = "[This|These] {noun} [is|are] for rain.";
    assertThat(Phrase.fill(phrase, Map.of("noun", "poncho"))).isEqualTo("This poncho is for rain.");
    assertThat(Phrase.fill(phrase, Map.of("noun", "boots"))).isEqualTo("These boots are for rain.");
    assertThat(Phrase.fill(phrase, Map.of("noun", "glass"))).isEqualTo("This glass is for rain.");
  }

  @Test
  void anUnknownWordIsRefused() {
    assertThatThrownBy(() -> Phrase.fill("{price}", Map.of("noun", "mug")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("word: price");
  }
}
