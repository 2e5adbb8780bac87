package io.shelfwise.recommend.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.filter.Filter.All;
import io.shelfwise.recommend.filter.Filter.Any;
import io.shelfwise.recommend.filter.Filter.Comparison;
import io.shelfwise.recommend.filter.Filter.Field;
import io.shelfwise.recommend.filter.Filter.Not;
import io.shelfwise.recommend.filter.Filter.Present;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
  private static final Filter GARDEN = text(Property.CATEGORY, Comparator.EQUAL, "Garden");
  private static final Filter CHEAP = amount(Property.PRICE, Comparator.LESS, "20");
  private static final Filter ACME = text(Property.BRAND, Comparator.EQUAL, "Acme");

  @Test
  void anEmptyFilterMeansEverything() {
    assertThat(FilterParser.parse("")).isEqualTo(Filter.EVERYTHING);
    assertThat(FilterParser.parse("  ")).isEqualTo(Filter.EVERYTHING);
  }

  @Test
  void comparisonsAreReadWithEveryComparator() {
    assertThat(FilterParser.parse("category = \"Garden\"")).isEqualTo(GARDEN);
    assertThat(FilterParser.parse("category='Garden'")).isEqualTo(GARDEN);
    assertThat(FilterParser.parse("category=Garden")).isEqualTo(GARDEN);
    assertThat(FilterParser.parse("category != Garden")).isEqualTo(new Not(GARDEN));
    assertThat(FilterParser.parse("price<20")).isEqualTo(CHEAP);
    assertThat(FilterParser.parse("price <= 12.50"))
        .isEqualTo(amount(Property.PRICE, Comparator.AT_MOST, "12.50"));
    assertThat(FilterParser.parse("stock > -1"))
        .isEqualTo(amount(Property.STOCK, Comparator.MORE, "-1"));
    assertThat(FilterParser.parse("margin>=0.3"))
        .isEqualTo(amount(Property.MARGIN, Comparator.AT_LEAST, "0.3"));
    assertThat(FilterParser.parse("title:cup"))
        .isEqualTo(text(Property.TITLE, Comparator.HAS, "cup"));
  }

  @Test
  void bothHoldSideBySideAndOrBindsCloserThanAnd() {
    assertThat(FilterParser.parse("category=Garden AND price<20"))
        .isEqualTo(new All(List.of(GARDEN, CHEAP)));
    assertThat(FilterParser.parse("category=Garden price<20"))
        .isEqualTo(new All(List.of(GARDEN, CHEAP)));
    assertThat(FilterParser.parse("category=Garden AND price<20 OR brand=Acme"))
        .isEqualTo(new All(List.of(GARDEN, new Any(List.of(CHEAP, ACME)))));
    assertThat(FilterParser.parse("(category=Garden AND price<20) OR brand=Acme"))
        .isEqualTo(new Any(List.of(new All(List.of(GARDEN, CHEAP)), ACME)));
  }

  @Test
  void notAndMinusTurnTheNextTermAround() {
    assertThat(FilterParser.parse("NOT brand=Acme")).isEqualTo(new Not(ACME));
    assertThat(FilterParser.parse("-brand=Acme")).isEqualTo(new Not(ACME));
    assertThat(FilterParser.parse("-(brand=Acme price<20)"))
        .isEqualTo(new Not(new All(List.of(ACME, CHEAP))));
  }

  @Test
  void attributesAreNamedAndMayBeNumbers() {
    assertThat(FilterParser.parse("attributes.colour = red"))
        .isEqualTo(attribute("colour", new Value.Text(List.of("red"))));
    assertThat(FilterParser.parse("attributes.size = 10"))
        .isEqualTo(attribute("size", new Value.Amount(new BigDecimal("10"))));
    assertThat(FilterParser.parse("attributes.size = \"10\""))
        .isEqualTo(attribute("size", new Value.Text(List.of("10"))));
    assertThat(FilterParser.parse("attributes.\"Screen size\" = 10"))
        .isEqualTo(attribute("Screen size", new Value.Amount(new BigDecimal("10"))));
    assertThat(FilterParser.parse("attributes:colour"))
        .isEqualTo(new Present(new Field(Property.ATTRIBUTE, "colour")));
  }

  @Test
  void aStarStandsForAnythingUnlessItIsEscaped() {
    assertThat(FilterParser.parse("brand = A*e"))
        .isEqualTo(comparison(Property.BRAND, new Value.Text(List.of("A", "e"))));
    assertThat(FilterParser.parse("brand = \"A\\*e\""))
        .isEqualTo(comparison(Property.BRAND, new Value.Text(List.of("A*e"))));
    assertThat(FilterParser.parse("brand:*")).isEqualTo(new Present(new Field(Property.BRAND, "")));
    assertThat(FilterParser.parse("price != *"))
        .isEqualTo(new Not(new Present(new Field(Property.PRICE, ""))));
  }

  @Test
  void quotesMayHoldAnything() {
    assertThat(FilterParser.parse("title = \"a \\\"b\\\" AND (c\""))
        .isEqualTo(text(Property.TITLE, Comparator.EQUAL, "a \"b\" AND (c"));
  }

  @Test
  void availabilityIsWrittenShortOrAsInTheContract() {
    Filter inStock = text(Property.AVAILABILITY, Comparator.EQUAL, "IN_STOCK");
    assertThat(FilterParser.parse("availability = IN_STOCK")).isEqualTo(inStock);
    assertThat(FilterParser.parse("availability = AVAILABILITY_IN_STOCK")).isEqualTo(inStock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour = red      | a field, one of id, title, brand, category, price, | 1",
        "price.x = 1       | a field, one of                                    | 1",
        "price             | one of = != < <= > >= :                            | 6",
        "price <           | a value                                            | 8",
        "price < cheap     | a number such as 12.5                              | 9",
        "price < \"20\"    | a number such as 12.5                              | 9",
        "price ! 20        | !=                                                 | 7",
        "brand = \"Acme    | the closing \"                                     | 14",
        "(brand = Acme     | a closing parenthesis                              | 14",
        "brand = Acme)     | AND, OR, a field or the end                        | 13",
        "brand = Acme AND  | a field                                            | 17",
        "availability = no | one of IN_STOCK, OUT_OF_STOCK, DISCONTINUED        | 16",
        "availability < no | =, != or :                                         | 14",
        "brand < A*        | a text without *                                   | 9",
        "attributes = red  | :, or a name before it as in attributes.colour     | 12",
        "attributes. = red | the name of an attribute                           | 13",
        "NOT NOT brand = a | a field                                            | 5"
      })
  void whatIsWrongIsToldWithItsPlaceAndWhatWasExpected(String text, String expected, int position) {
    assertThatThrownBy(() -> FilterParser.parse(text))
        .isInstanceOfSatisfying(
            FilterException.class,
            e ->
                assertThat(e.rule())
                    .startsWith("have " + expected)
                    .endsWith("at character " + position));
  }

  @Test
  void lengthDepthAndNumberAreBounded() {
    assertThatThrownBy(() -> FilterParser.parse("brand = " + "a".repeat(2000)))
        .hasMessageContaining("2,000 characters");
    assertThatThrownBy(() -> FilterParser.parse("(".repeat(21) + "brand = a" + ")".repeat(21)))
        .hasMessageContaining("no parenthesis inside of 20 others at character 21");
    assertThatThrownBy(() -> FilterParser.parse("price<1 ".repeat(101)))
        .hasMessageContaining("at most 100 comparisons");
    assertThatThrownBy(() -> FilterParser.parse("id = a*b*c*d*e*f*g"))
        .hasMessageContaining("a text with at most 5 * at character 6");
    assertThatThrownBy(() -> FilterParser.parse("title:" + "a".repeat(101)))
        .hasMessageContaining("at most 100 characters");
    assertThat(FilterParser.parse("id = a*b*c*d*e*f")).isNotEqualTo(Filter.EVERYTHING);
    assertThat(FilterParser.parse("title = " + "a".repeat(150))).isNotEqualTo(Filter.EVERYTHING);
    assertThat(FilterParser.parse("(".repeat(20) + "brand=Acme" + ")".repeat(20))).isEqualTo(ACME);
  }

  private static Filter text(Property property, Comparator comparator, String value) {
    return new Comparison(new Field(property, ""), comparator, new Value.Text(List.of(value)));
  }

  private static Filter amount(Property property, Comparator comparator, String value) {
    return new Comparison(
        new Field(property, ""), comparator, new Value.Amount(new BigDecimal(value)));
  }

  private static Filter comparison(Property property, Value value) {
    return new Comparison(new Field(property, ""), Comparator.EQUAL, value);
  }

  private static Filter attribute(String name, Value value) {
    return new Comparison(new Field(Property.ATTRIBUTE, name), Comparator.EQUAL, value);
  }
}
