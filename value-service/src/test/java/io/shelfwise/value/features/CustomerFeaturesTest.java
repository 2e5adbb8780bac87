package io.shelfwise.value.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.CustomerEvent.Browsing;
import io.shelfwise.value.feed.CustomerEvent.Order;
import io.shelfwise.value.feed.CustomerEvent.Rating;
import io.shelfwise.value.feed.CustomerEvent.Refund;
import io.shelfwise.value.feed.CustomerEvent.Step;
import io.shelfwise.value.feed.OrderLine;
import io.shelfwise.value.history.StoreHistory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerFeaturesTest {
  private static final long DAY = 86_400_000;

  /** Orders on the days 100, 130, 200 and, too late, 301. */
  private static final List<CustomerEvent> ANN =
      List.of(
          order(100, 10, "cup-1"),
          order(100, 20, "cup-2"),
          order(130, 30, "pot-1"),
          order(200, 40, "cup-1"),
          order(301, 1_000, "pot-9"),
          new Refund("demo", "ann", 140 * DAY, "EUR", 25_000_000),
          new Refund("demo", "ann", 302 * DAY, "EUR", 1_000_000),
          new Browsing("demo", "ann", 275 * DAY, Step.VIEW),
          new Browsing("demo", "ann", 220 * DAY, Step.VIEW),
          new Browsing("demo", "ann", 220 * DAY, Step.CART_ADDITION),
          new Browsing("demo", "ann", 220 * DAY, Step.CART_ADDITION),
          new Browsing("demo", "ann", 221 * DAY, Step.CART_REMOVAL),
          new Browsing("demo", "ann", 221 * DAY, Step.SEARCH),
          new Browsing("demo", "ann", 301 * DAY, Step.SEARCH),
          new Rating("demo", "ann", 150 * DAY, 4),
          new Rating("demo", "ann", 151 * DAY, 5),
          new Rating("demo", "ann", 310 * DAY, 1));

  @ParameterizedTest
  @CsvSource({
    "recency-days, 100",
    "tenure-days, 200",
    "orders, 4",
    "orders-90-days, 0",
    "orders-365-days, 4",
    "purchase-days, 3",
    "spend, 100",
    "spend-90-days, 0",
    "spend-365-days, 100",
    "spend-trend, -1",
    "average-order, 25",
    "mean-interval-days, 50",
    "returned-share, 0.25",
    "distinct-products, 3",
    "days-since-seen, 25",
    "views-30-days, 1",
    "views-90-days, 2",
    "cart-additions-90-days, 2",
    "cart-removals-90-days, 1",
    "searches-90-days, 1",
    "ratings, 2",
    "mean-stars, 4.5",
    "category-share:Cups, 0.7",
    "category-share:Pots, 0.3",
    "brand-share:Clay, 0.7",
    "brand-share:Iron, 0.3"
  })
  void readsEachFeatureAsOfADay(String name, double expected) {
    assertThat(read(ANN, 300).value(name).orElseThrow()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theSpreadOfIntervalsIsTheirStandardDeviation() {
    assertThat(read(ANN, 300).value("interval-spread-days").orElseThrow())
        .isCloseTo(Math.sqrt((20 * 20 + 20 * 20) / 1.0), within(1e-12));
  }

  @Test
  void whatCannotBeKnownOfASingleOrderIsToldByItsRule() {
    CustomerFeatures bob = read(List.of(order(100, 10, "odd-1")), 110);

    assertThat(bob.value("mean-interval-days")).hasValue(10);
    assertThat(bob.value("interval-spread-days")).hasValue(0);
    assertThat(bob.value("mean-stars")).hasValue(3);
    assertThat(bob.value("spend-trend")).hasValue(1);
    assertThat(bob.value("days-since-seen")).hasValue(10);
    assertThat(bob.value("no-such-feature")).isEmpty();
  }

  @Test
  void whoHadNotBoughtByADayHasNoFeatures() {
    StoreHistory shop = ShopOfChance.shop(ANN);
    FeatureReader reader = FeatureReader.of(FeatureSchema.COMMON, shop, ShopOfChance.FACTS);

    assertThat(reader.read(shop.customer("ann").orElseThrow(), 99)).isEmpty();
  }

  /** What comes after a day changes no feature as of it, nor which features there are. */
  @Test
  void nothingOfTheFutureIsInTheFeatures() {
    int cut = 500;
    List<CustomerEvent> events = ShopOfChance.events(200, 900, Chance.random());
    FeatureTable withFuture = table(ShopOfChance.shop(events), cut);
    FeatureTable without = table(ShopOfChance.shop(ShopOfChance.until(events, cut)), cut);

    assertThat(withFuture.size()).isGreaterThan(50);
    assertThat(withFuture.schema()).isEqualTo(without.schema());
    assertThat(withFuture.customers())
        .extracting(FeatureTable.Customer::id)
        .isEqualTo(without.customers().stream().map(FeatureTable.Customer::id).toList());
    int[] all = IntStream.range(0, without.schema().size()).toArray();
    assertThat(withFuture.columns(all)).isDeepEqualTo(without.columns(all));
  }

  @Test
  void theCategoriesOnWhichMostWasSpentHaveAShare() {
    StoreHistory shop = ShopOfChance.shop(ANN);

    assertThat(FeatureSchema.of(shop, 300, ShopOfChance.FACTS, 1))
        .isEqualTo(new FeatureSchema(List.of("Cups"), List.of("Clay")));
    assertThat(FeatureSchema.of(shop, 400, ShopOfChance.FACTS, 1))
        .isEqualTo(new FeatureSchema(List.of("Pots"), List.of("Iron")));
    assertThat(FeatureSchema.of(shop, 400, ProductFacts.UNKNOWN, 5))
        .isEqualTo(FeatureSchema.COMMON);
  }

  @Test
  void aSampleIsTheSameInWhateverOrderCustomersCome() {
    StoreHistory shop = ShopOfChance.shop(ShopOfChance.events(300, 400, new Random(1)));
    FeatureReader reader = FeatureReader.of(FeatureSchema.COMMON, shop, ProductFacts.UNKNOWN);

    FeatureTable sample = FeatureTable.of(shop, reader, 399, 50, 7);

    assertThat(sample.customers())
        .hasSize(50)
        .isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    assertThat(
            new SeededSample(7).draw(sample.customers().reversed(), FeatureTable.Customer::id, 50))
        .isEqualTo(sample.customers());
    assertThat(FeatureTable.of(shop, reader, 399, 50, 8).customers())
        .isNotEqualTo(sample.customers());
  }

  @Test
  void aSchemaIsReadAsItWasWritten() throws IOException {
    FeatureSchema schema = new FeatureSchema(List.of("Cups", "Pots"), List.of("Clay"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    schema.write(new DataOutputStream(bytes));

    assertThat(
            FeatureSchema.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isEqualTo(schema);
  }

  private static CustomerFeatures read(List<CustomerEvent> events, int day) {
    return table(ShopOfChance.shop(events), day).row(0);
  }

  private static FeatureTable table(StoreHistory shop, int day) {
    FeatureSchema schema = FeatureSchema.of(shop, day, ShopOfChance.FACTS, 5);
    FeatureReader reader = FeatureReader.of(schema, shop, ShopOfChance.FACTS);
    return FeatureTable.of(shop, reader, day, Integer.MAX_VALUE, 1);
  }

  private static CustomerEvent order(int day, int euros, String product) {
    long micros = euros * 1_000_000L;
    return new Order(
        "demo", "ann", day * DAY, "EUR", micros, 1, List.of(new OrderLine(product, micros)));
  }
}
