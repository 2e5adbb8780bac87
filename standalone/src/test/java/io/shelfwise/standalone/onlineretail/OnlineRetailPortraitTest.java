package io.shelfwise.standalone.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.onlineretail.OnlineRetail.Times;
import io.shelfwise.standalone.terminal.Amount;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The complete file, held against the published figures and those of its portrait, sections A and
 * B.
 */
@Tag("real-data")
class OnlineRetailPortraitTest {
  private static OnlineRetail shop;
  private static List<Event> events;

  @BeforeAll
  static void readTheFile() {
    InputFile file =
        new InputFile(
            Path.of(System.getProperty("shelfwise.data"), "online-retail", "online-retail.csv.gz"));
    shop = OnlineRetail.read(file, "demo", Times.KEEP, Instant.EPOCH);
    try (Stream<Event> stream = shop.events()) {
      events = stream.toList();
    }
  }

  @Test
  void everyRowIsAccountedFor() {
    assertThat(shop.tally().total()).isEqualTo(541_909);
  }

  @Test
  void salesToKnownCustomersWithoutServicesAreTheOrders() {
    List<Event> orders = events.stream().filter(Event::hasPurchase).toList();

    assertThat(shop.tally().of(Destination.PURCHASE)).isEqualTo(396_337);
    assertThat(orders).hasSize(18_402);
    assertThat(orders.stream().map(Event::getCustomer).distinct()).hasSize(4_334);
    assertThat(lines(orders).map(LineItem::getProduct).distinct()).hasSize(3_659);
    assertThat(value(lines(orders))).isEqualByComparingTo("8761066.650");
  }

  @Test
  void cancellationsOfKnownCustomersAreTheReturns() {
    List<Event> returns = events.stream().filter(Event::hasReturn).toList();

    assertThat(lines(returns)).hasSize((int) shop.tally().of(Destination.RETURN));
    assertThat(returns).allMatch(event -> event.getId().startsWith("C"));
  }

  @Test
  void whatIsNoSaleOfAProductToSomeoneIsCountedByWhy() {
    Tally tally = shop.tally();
    assertThat(tally.of(Destination.BOOKKEEPING)).isEqualTo(3);
    // 1,336 negative rows without C.
    assertThat(tally.of(Destination.WRITE_OFF)).isLessThanOrEqualTo(1_336);
    // 530,104 sales of all kinds at a price, less those of services.
    assertThat(tally.of(Destination.PURCHASE) + tally.of(Destination.SALE_TO_NO_ONE))
        .isLessThan(530_104);
  }

  @Test
  void theBestKnownArticleHasItsNameAndPrice() {
    assertThat(shop.products().filter(product -> product.getName().equals("22423")))
        .singleElement()
        .satisfies(
            product -> {
              assertThat(product.getTitle()).isEqualTo("REGENCY CAKESTAND 3 TIER");
              assertThat(Amount.of(product.getPrice())).hasToString("£12.75");
            });
  }

  private static Stream<LineItem> lines(List<Event> events) {
    return events.stream()
        .flatMap(
            event ->
                event.hasPurchase()
                    ? event.getPurchase().getLinesList().stream()
                    : event.getReturn().getLinesList().stream());
  }

  private static BigDecimal value(Stream<LineItem> lines) {
    return lines
        .map(
            line ->
                Amount.of(line.getUnitPrice())
                    .value()
                    .multiply(BigDecimal.valueOf(line.getQuantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
