package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.filter.FilterParser;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterQueryTest {
  private static final List<String> BRANDS = List.of("", "Acme", "Brühwarm", "acme?");
  private static final List<String> COLOURS = List.of("red", "blue", "10", "9.5", "-2");

  /** How numbers are compared. */
  private record Order(String sign, BiPredicate<BigDecimal, BigDecimal> test) {}

  private static final List<Order> ORDERS =
      List.of(
          new Order("<", (a, b) -> a.compareTo(b) < 0),
          new Order("<=", (a, b) -> a.compareTo(b) <= 0),
          new Order("=", (a, b) -> a.compareTo(b) == 0),
          new Order(">=", (a, b) -> a.compareTo(b) >= 0),
          new Order(">", (a, b) -> a.compareTo(b) > 0));

  @TempDir Path folder;
  private Catalog catalog;

  @BeforeEach
  void open() {
    catalog = Catalog.open(Catalog.Settings.usual(folder));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void eachFieldIsCompared() {
    catalog.write("demo", List.of(Products.whole("kettle"), Products.titled("cup", "Cup")));

    assertThat(ids("id = kettle")).containsExactly("kettle");
    assertThat(ids("title = \"Café kettle\"")).containsExactly("kettle");
    assertThat(ids("title:KETT")).containsExactly("kettle");
    assertThat(ids("title = kettle")).isEmpty();
    assertThat(ids("brand = Brühwarm")).containsExactly("kettle");
    assertThat(ids("brand = B*m")).containsExactly("kettle");
    assertThat(ids("brand:*")).containsExactly("kettle");
    assertThat(ids("brand != Brühwarm")).containsExactly("cup");
    assertThat(ids("brand < Z")).containsExactly("kettle");
    assertThat(ids("brand < A")).isEmpty();
    assertThat(ids("category = Kitchen")).containsExactly("kettle");
    assertThat(ids("category:Kettles")).containsExactly("kettle");
    assertThat(ids("category = Kettle")).isEmpty();
    assertThat(ids("category:*")).containsExactly("kettle");
    assertThat(ids("price = 39.99")).containsExactly("kettle");
    assertThat(ids("price < 39.99")).isEmpty();
    assertThat(ids("price <= 39.99")).containsExactly("kettle");
    assertThat(ids("price >= 39.9899999")).containsExactly("kettle");
    assertThat(ids("price = 39.9899999")).isEmpty();
    assertThat(ids("price > 999999999999999999")).isEmpty();
    assertThat(ids("NOT price:*")).containsExactly("cup");
    assertThat(ids("margin = 0.4")).containsExactly("kettle");
    assertThat(ids("margin > 0.4")).isEmpty();
    assertThat(ids("stock > 6.5")).containsExactly("kettle");
    assertThat(ids("availability = IN_STOCK")).containsExactlyInAnyOrder("kettle", "cup");
    assertThat(ids("availability != IN_STOCK")).isEmpty();
    assertThat(ids("attributes.colour = red")).containsExactly("kettle");
    assertThat(ids("attributes:colour")).containsExactly("kettle");
    assertThat(ids("attributes:colou")).isEmpty();
    assertThat(ids("attributes.volume = 1*")).containsExactly("kettle");
    assertThat(ids("attributes.colour != red")).containsExactly("cup");
  }

  @Test
  void aLanguageIsThatOfTheShopUnlessTheProductTellsItsOwn() {
    catalog.write("demo", List.of(Products.titled("cup", "Cup")));

    assertThat(ids("language = en")).containsExactly("cup");
    assertThat(ids("language = de")).isEmpty();
  }

  @Test
  void aChangeOfTheCatalogueChangesWhatIsMeant() {
    catalog.write("demo", List.of(Products.titled("cup", "Cup"), Products.titled("mug", "Mug")));
    assertThat(ids("title:u")).containsExactlyInAnyOrder("cup", "mug");

    catalog.write("demo", List.of(Products.titled("mug", "Bowl")));
    assertThat(ids("title:u")).containsExactly("cup");
    assertThat(catalog.delete("demo", "cup")).isTrue();
    assertThat(ids("title:u")).isEmpty();
    assertThat(ids("")).containsExactly("mug");
  }

  /** Whatever is asked, the index finds what a look at each product would. */
  @Test
  void theIndexFindsWhatALookAtEachProductWould() {
    long seed = 20_111_209;
    Random random = new Random(seed);
    List<CatalogProduct> products =
        IntStream.range(0, 300).mapToObj(i -> product("p" + i, random)).toList();
    catalog.write("demo", products);

    for (int round = 0; round < 300; round++) {
      Asked asked = asked(random, 3);
      assertThat(ids(asked.text()))
          .as("seed %d, round %d: %s", seed, round, asked.text())
          .containsExactlyInAnyOrderElementsOf(
              products.stream().filter(asked.meant()).map(CatalogProduct::id).toList());
    }
  }

  /** A filter, and what it means. */
  private record Asked(String text, Predicate<CatalogProduct> meant) {}

  private static Asked asked(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return comparison(random);
    }
    Asked one = asked(random, depth - 1);
    Asked other = asked(random, depth - 1);
    return switch (random.nextInt(3)) {
      case 0 -> new Asked("NOT (" + one.text() + ")", one.meant().negate());
      case 1 ->
          new Asked(
              "(" + one.text() + ") AND (" + other.text() + ")", one.meant().and(other.meant()));
      default ->
          new Asked(
              "(" + one.text() + ") OR (" + other.text() + ")", one.meant().or(other.meant()));
    };
  }

  private static boolean hasBrand(CatalogProduct product) {
    return !product.wording().brand().isEmpty();
  }

  private static Asked comparison(Random random) {
    int number = random.nextInt(12);
    return switch (random.nextInt(5)) {
      case 0 -> {
        String brand = BRANDS.get(random.nextInt(BRANDS.size()));
        yield new Asked(
            "brand = \"" + brand + "\"", p -> hasBrand(p) && p.wording().brand().equals(brand));
      }
      case 1 -> {
        Order order = ORDERS.get(random.nextInt(ORDERS.size()));
        yield new Asked(
            "price " + order.sign() + " " + number + ".5",
            p ->
                p.offer()
                    .price()
                    .filter(
                        price ->
                            order
                                .test()
                                .test(
                                    BigDecimal.valueOf(price.micros(), 6),
                                    new BigDecimal(number + ".5")))
                    .isPresent());
      }
      case 2 -> {
        Order order = ORDERS.get(random.nextInt(ORDERS.size()));
        yield new Asked(
            "attributes.c " + order.sign() + " " + number,
            p ->
                p.attributes().getOrDefault("c", "x").matches("[-0-9.]+")
                    && order
                        .test()
                        .test(new BigDecimal(p.attributes().get("c")), BigDecimal.valueOf(number)));
      }
      case 3 -> {
        String part = List.of("cup", "CUP 1", "7").get(random.nextInt(3));
        yield new Asked(
            "title:\"" + part + "\"",
            p ->
                p.wording()
                    .title()
                    .toLowerCase(Locale.ROOT)
                    .contains(part.toLowerCase(Locale.ROOT)));
      }
      default -> {
        String colour = COLOURS.get(random.nextInt(COLOURS.size()));
        yield new Asked(
            "attributes.c >= \"" + colour + "\"",
            p -> p.attributes().containsKey("c") && p.attributes().get("c").compareTo(colour) >= 0);
      }
    };
  }

  private static CatalogProduct product(String id, Random random) {
    Map<String, String> attributes = new HashMap<>();
    if (random.nextInt(3) > 0) {
      attributes.put("c", COLOURS.get(random.nextInt(COLOURS.size())));
    }
    Optional<Price> price =
        random.nextInt(5) == 0
            ? Optional.empty()
            : Optional.of(new Price("EUR", random.nextInt(25) * 500_000L));
    return new CatalogProduct(
        id,
        new Wording(
            (random.nextBoolean() ? "Cup " : "mug ") + random.nextInt(20),
            "",
            BRANDS.get(random.nextInt(BRANDS.size())),
            List.of()),
        new Offer(price, 0, 0, Availability.IN_STOCK, false),
        attributes,
        "",
        Optional.empty(),
        Instant.EPOCH);
  }

  private List<String> ids(String filter) {
    return catalog.ids("demo", FilterParser.parse(filter));
  }
}
