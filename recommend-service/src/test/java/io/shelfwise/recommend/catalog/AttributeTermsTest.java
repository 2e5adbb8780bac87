package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttributeTermsTest {
  private static CatalogProduct with(Map<String, String> attributes, long priceMicros) {
    return new CatalogProduct(
        "p",
        new Wording("Kettle", "", "Acme ", List.of("Kitchen", "Kettles")),
        Products.at("EUR", priceMicros),
        attributes,
        "",
        Optional.empty(),
        Instant.EPOCH);
  }

  private static Set<String> terms(CatalogProduct product) {
    return AttributeTerms.of(product, AttributeWeights.EVEN).stream()
        .map(AttributeTerm::term)
        .collect(Collectors.toSet());
  }

  /** How many stretches of the four rulers two numbers share. */
  private static int shared(String one, String other) {
    Set<String> terms = terms(with(Map.of("size", one), 1));
    terms.retainAll(terms(with(Map.of("size", other), 1)));
    return (int) terms.stream().filter(term -> term.startsWith("nsize")).count();
  }

  @Test
  void aProductHasItsBrandEveryStepOfItsPathAndItsValues() {
    assertThat(terms(with(Map.of("Colour", " Dark Red "), 0)))
        .contains("bbrand=acme", "c>kitchen", "c>kitchen>kettles", "acolour=dark red");
  }

  @Test
  void theWeightOfAKindIsItsSquareInThousandths() {
    AttributeWeights weights = new AttributeWeights(2, 0, 1, 0.5);
    List<AttributeTerm> terms =
        AttributeTerms.of(with(Map.of("colour", "red"), 9_990_000), weights);
    assertThat(terms)
        .filteredOn(term -> term.name().equals("brand"))
        .extracting(AttributeTerm::weight)
        .containsExactly(2 * 2 * 1000);
    assertThat(terms).extracting(AttributeTerm::name).doesNotContain("category");
    assertThat(terms)
        .filteredOn(term -> term.name().equals("price"))
        .hasSize(4)
        .allSatisfy(
            term -> {
              assertThat(term.weight()).isEqualTo(1000 / 4);
              assertThat(term.value()).isEqualTo("9.99 EUR");
            });
  }

  @Test
  void numbersShareTheMoreTheNearerTheyAre() {
    assertThat(shared("10", "10.0")).isEqualTo(4);
    assertThat(shared("10 l", "13 l")).isBetween(2, 3);
    assertThat(shared("8", "16")).isZero();
    assertThat(shared("10", "-10")).isZero();
    assertThat(shared("0", "0,0")).isEqualTo(1);
    assertThat(shared("10 cm", "10 kg")).as("another unit is another thing").isZero();
  }

  /** Property: what two numbers share depends on their ratio alone, up to one stretch. */
  @Test
  void theScaleIsLogarithmic() {
    for (double ratio = 1; ratio < 2; ratio += 0.05) {
      double expected = 4 * (1 - Math.log(ratio) / Math.log(2));
      for (double number = 0.3; number < 1000; number *= 1.37) {
        assertThat(shared("%.6f".formatted(number), "%.6f".formatted(number * ratio)))
            .as("%s and %s times that", number, ratio)
            .isBetween((int) Math.floor(expected - 1e-3), (int) Math.ceil(expected + 1e-3));
      }
    }
  }

  @Test
  void aTextIsNoValue() {
    assertThat(terms(with(Map.of("manual", "x".repeat(101)), 0)))
        .noneMatch(term -> term.startsWith("amanual"));
  }
}
