package io.shelfwise.standalone.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.SurveyAnswer;
import io.shelfwise.product.v1.Product;
import io.shelfwise.rpc.ResourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the generator makes is as the contract wants it. */
class ShopRulesTest {
  private static final ShopSettings SETTINGS =
      ShopSettings.demo(Instant.parse("2026-03-01T12:00:00Z"));
  private static final int CUSTOMERS = 1_000;

  private final SampleShop shop = SampleShop.make(SETTINGS);

  @Test
  void productsAreValid() {
    List<Product> products = shop.products("demo").toList();
    assertThat(products).extracting(Product::getTitle).doesNotHaveDuplicates();
    assertThat(products)
        .allSatisfy(
            product -> {
              assertThat(product.getTitle()).hasSizeBetween(1, 1_000);
              assertThat(product.getDescription())
                  .hasSizeBetween(40, 600)
                  .endsWith(".")
                  .doesNotContain("  ", "{", "[");
              assertThat(product.getBrand()).isNotEmpty();
              assertThat(product.getCategoriesList()).hasSize(3).doesNotContain("");
              assertThat(cents(product.getPrice())).isPositive();
              assertThat(product.getMargin()).isBetween(0.0, 1.0);
              assertThat(product.getStock()).isNotNegative();
              assertThat(product.getAttributesMap().values()).doesNotContain("");
            });
  }

  @Test
  void someProductsCannotBeBoughtOrSeen() {
    List<Product> products = shop.products("demo").toList();
    for (Product.Availability availability :
        List.of(
            Product.Availability.AVAILABILITY_OUT_OF_STOCK,
            Product.Availability.AVAILABILITY_DISCONTINUED)) {
      assertThat(products)
          .filteredOn(p -> p.getAvailability() == availability)
          .hasSizeBetween(20, 200);
    }
    assertThat(products).filteredOn(Product::getHidden).hasSizeBetween(5, 100);
    assertThat(products)
        .allMatch(
            p ->
                (p.getStock() > 0)
                    == (p.getAvailability() == Product.Availability.AVAILABILITY_IN_STOCK));
  }

  @Test
  void idsAreOnceACustomer() {
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      List<Event> events = shop.eventsOf(customer);
      assertThat(events)
          .extracting(Event::getId)
          .doesNotHaveDuplicates()
          .allMatch(ResourceName::isId);
    }
  }

  @Test
  void aCustomersEventsAreInOrderOfTimeAndWithinTheShopsLife() {
    long opened = SETTINGS.start().getEpochSecond();
    // Who comes on the first day may do so earlier on that day than the shop opened, and looks for
    // a while before ordering.
    long earliest = opened - 86_400;
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      List<Long> times =
          shop.eventsOf(customer).stream().map(event -> event.getEventTime().getSeconds()).toList();
      assertThat(times)
          .isSorted()
          .allMatch(time -> time >= earliest && time <= SETTINGS.end().getEpochSecond());
    }
  }

  @Test
  void everyEventNamesItsCustomerAndKnownProducts() {
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      String id = shop.truth().customer(customer).id();
      assertThat(shop.eventsOf(customer)).allMatch(event -> event.getCustomer().equals(id));
      assertThat(shop.truth().customer(id).index()).isEqualTo(customer);
    }
    assertThat(events().flatMap(ShopRulesTest::products))
        .allSatisfy(id -> shop.truth().product(id));
  }

  @Test
  void someProductsHaveComeLatelyAndNobodyMetThemBefore() {
    Instant lately = SETTINGS.end().minus(Duration.ofDays(56));
    assertThat(shop.products("demo").map(product -> product.getName().replaceFirst(".*/", "")))
        .filteredOn(id -> shop.truth().launch(id).isAfter(lately))
        .hasSizeBetween(50, 110);
    assertThat(events())
        .allSatisfy(
            event -> {
              Instant time = Instant.ofEpochSecond(event.getEventTime().getSeconds());
              assertThat(products(event).filter(id -> shop.truth().launch(id).isAfter(lately)))
                  .allMatch(id -> !shop.truth().launch(id).isAfter(time));
            });
  }

  @Test
  void orderLinesAreValid() {
    assertThat(events().flatMap(event -> Stream.concat(bought(event), returned(event))))
        .allMatch(line -> line.getQuantity() >= 1 && cents(line.getUnitPrice()) > 0)
        .allMatch(line -> line.getUnitPrice().getCurrencyCode().equals("EUR"));
    assertThat(events().filter(Event::hasPurchase))
        .allMatch(event -> event.getPurchase().getLinesCount() >= 1);
  }

  @Test
  void onlyWhatWasBoughtComesBack() {
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      Map<String, Integer> owned = new HashMap<>();
      for (Event event : shop.eventsOf(customer)) {
        String order =
            event.hasPurchase() ? event.getPurchase().getOrder() : event.getReturn().getOrder();
        bought(event)
            .forEach(
                line -> owned.merge(order + line.getProduct(), line.getQuantity(), Integer::sum));
        returned(event)
            .forEach(
                line -> owned.merge(order + line.getProduct(), -line.getQuantity(), Integer::sum));
      }
      assertThat(owned.values()).allMatch(quantity -> quantity >= 0);
    }
  }

  @Test
  void ratingsAndSearchesAreValid() {
    assertThat(events().filter(Event::hasRating).map(Event::getRating))
        .allMatch(rating -> rating.getStars() >= 1 && rating.getStars() <= 5)
        .allMatch(rating -> rating.getTitle().isEmpty() == rating.getText().isEmpty())
        .noneMatch(rating -> rating.getText().contains("{") || rating.getText().contains("["));
    assertThat(events().filter(Event::hasSearch).map(event -> event.getSearch().getQuery()))
        .allMatch(query -> !query.isBlank() && query.length() <= 500);
  }

  @Test
  void surveyAnswersAreValidAndTellWhoStays() {
    assertThat(answers("more-of")).isNotEmpty().noneMatch(answer -> answer.getChoice().isBlank());
    assertThat(answers("recommend"))
        .allMatch(answer -> answer.getNumber() >= 0 && answer.getNumber() <= 10);
    assertThat(likely(true)).isGreaterThan(likely(false) + 1);
  }

  private Stream<SurveyAnswer> answers(String question) {
    return events()
        .filter(Event::hasSurveyAnswer)
        .map(Event::getSurveyAnswer)
        .filter(answer -> answer.getQuestion().equals(question));
  }

  /** How likely who stays, or who has left, is to recommend the shop, in the mean. */
  private double likely(boolean stays) {
    return IntStream.range(0, CUSTOMERS)
        .filter(customer -> shop.truth().customer(customer).active() == stays)
        .boxed()
        .flatMap(customer -> shop.eventsOf(customer).stream())
        .map(Event::getSurveyAnswer)
        .filter(answer -> answer.getQuestion().equals("recommend"))
        .mapToDouble(SurveyAnswer::getNumber)
        .average()
        .orElseThrow();
  }

  private Stream<Event> events() {
    return IntStream.range(0, CUSTOMERS)
        .boxed()
        .flatMap(customer -> shop.eventsOf(customer).stream());
  }

  private static Stream<String> products(Event event) {
    return switch (event.getActionCase()) {
      case PRODUCT_VIEW -> Stream.of(event.getProductView().getProduct());
      case CART_ADDITION -> Stream.of(event.getCartAddition().getProduct());
      case CART_REMOVAL -> Stream.of(event.getCartRemoval().getProduct());
      case PURCHASE -> bought(event).map(LineItem::getProduct);
      case RETURN -> returned(event).map(LineItem::getProduct);
      case RATING -> Stream.of(event.getRating().getProduct());
      case SEARCH, SURVEY_ANSWER -> Stream.of();
      case ERASURE, ACTION_NOT_SET -> throw new AssertionError(event);
    };
  }

  private static Stream<LineItem> bought(Event event) {
    return event.getPurchase().getLinesList().stream();
  }

  private static Stream<LineItem> returned(Event event) {
    return event.getReturn().getLinesList().stream();
  }

  private static long cents(Money money) {
    return money.getUnits() * 100 + money.getNanos() / 10_000_000;
  }
}
