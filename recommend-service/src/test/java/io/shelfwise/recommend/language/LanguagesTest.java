package io.shelfwise.recommend.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private final Languages languages = new Languages("en");

  @AfterEach
  void close() {
    languages.close();
  }

  private List<String> terms(String tag, String text) {
    List<String> terms = new ArrayList<>();
    String field = Languages.field("title", languages.code(tag));
    try (TokenStream stream = languages.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  @ParameterizedTest
  @CsvSource({
    "de, Mühlen, Muehle",
    "de, Straßenlaternen, strassenlaterne",
    "de, roter, rote",
    "de-AT, Häuser, Haus",
    "en, Cafés, cafe",
    "en-GB, kettle's, Kettles",
    "fr, théières, théière",
    "fr, l'été, ÉTÉ",
    "es, cafeteras, cafetera",
    "it, lampade, lampada",
    "nl, lampen, lamp",
    "pt-BR, xícaras, xicara",
    "sv, koppar, kopp",
    "nb, kopper, kopp",
    "pl, Łódź, lodz"
  })
  void oneWordIsTheSameTermHoweverItIsWritten(String tag, String one, String other) {
    assertThat(terms(tag, one)).isNotEmpty().isEqualTo(terms(tag, other));
  }

  @Test
  void germanCompoundsAreFoundByTheirParts() {
    assertThat(terms("de", "Kaffeemühle"))
        .containsAll(terms("de", "Kaffee"))
        .containsAll(terms("de", "Mühlen"));
    assertThat(terms("de", "Geburtstagskarten"))
        .containsAll(terms("de", "Geburtstag"))
        .containsAll(terms("de", "Karte"));
    assertThat(terms("de", "Edelstahlbecher"))
        .containsAll(terms("de", "Edelstahl"))
        .containsAll(terms("de", "Becher"))
        .as("what is part of a part is none")
        .doesNotContainAnyElementsOf(terms("de", "Stahl"));
  }

  @Test
  void aGermanWordWithoutPartsStaysWhole() {
    assertThat(terms("de", "Xylophon")).containsExactly("xylophon");
  }

  @Test
  void chineseIsReadByPairsOfSigns() {
    assertThat(terms("zh", "不锈钢水壶 2L"))
        .containsExactly("不锈", "锈钢", "钢水", "水壶", "2l")
        .containsAll(terms("zh-Hans", "水壶"));
    assertThat(terms("cmn", "壶")).containsExactly("壶");
  }

  @Test
  void aLanguageThatIsNotKnownIsReadWordByWord() {
    assertThat(languages.code("mi")).isEqualTo("und");
    assertThat(terms("mi", "Te whare pukapuka")).containsExactly("te", "whare", "pukapuka");
  }

  @Test
  void aTextThatDoesNotTellIsInTheUsualLanguage() {
    assertThat(languages.code("")).isEqualTo("en");
    assertThat(new Languages("de-CH").code("")).isEqualTo("de");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "zh-Hant", "pt-BR", "en-GB-oed", "cmn"})
  void tagsAreTags(String tag) {
    assertThat(Languages.isTag(tag)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "german language", "de_", "x-mine", "1"})
  void othersAreNot(String tag) {
    assertThat(Languages.isTag(tag)).isFalse();
    assertThatThrownBy(() -> new Languages(tag))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("language: " + tag + " (expected: a tag as BCP 47 has them, such as en)");
  }
}
