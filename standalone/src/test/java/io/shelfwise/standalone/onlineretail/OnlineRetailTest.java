package io.shelfwise.standalone.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.product.v1.Product;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.onlineretail.OnlineRetail.Times;
import io.shelfwise.standalone.terminal.Amount;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineRetailTest {
  private static final String TITLES =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir Path folder;

  @Test
  void everyRowGoesToOnePlace() throws IOException {
    Tally tally =
        read("""
                1,85123a,HEART ,6,2011-06-01 08:26:00,2.55,17850,United Kingdom
                C2,85123A,HEART,-1,2011-06-02 08:26:00,2.55,17850,United Kingdom
                3,85123A,HEART,1,2011-06-02 08:26:00,4.95,,United Kingdom
                C4,85123A,HEART,-1,2011-06-02 08:26:00,4.95,,United Kingdom
                1,POST,POSTAGE,1,2011-06-01 08:26:00,18,17850,United Kingdom
                5,gift_0001_30,VOUCHER,1,2011-06-01 08:26:00,25,17850,United Kingdom
                6,85123A,damages,-3,2011-06-01 08:26:00,0,,United Kingdom
                7,85123A,HEART,1,2011-06-01 08:26:00,0,17850,United Kingdom
                A8,B,Adjust bad debt,1,2011-06-01 08:26:00,-11062.06,,United Kingdom
                """)
            .tally();

    assertThat(tally.of(Destination.PURCHASE)).isEqualTo(1);
    assertThat(tally.of(Destination.RETURN)).isEqualTo(1);
    assertThat(tally.of(Destination.SALE_TO_NO_ONE)).isEqualTo(1);
    assertThat(tally.of(Destination.CANCELLATION_OF_NO_ONE)).isEqualTo(1);
    assertThat(tally.of(Destination.SERVICE)).isEqualTo(2);
    assertThat(tally.of(Destination.WRITE_OFF)).isEqualTo(1);
    assertThat(tally.of(Destination.FREE)).isEqualTo(1);
    assertThat(tally.of(Destination.BOOKKEEPING)).isEqualTo(1);
    assertThat(tally.total()).isEqualTo(9);
  }

  @Test
  void anInvoiceIsOneEventWhereverItsRowsStand() throws IOException {
    List<Event> events =
        read("""
                1,A1,HEART,6,2011-06-01 08:26:00,2.55,17850,United Kingdom
                2,A1,HEART,1,2011-06-01 08:26:00,2.55,13047,France
                1,A2,LANTERN,2,2011-06-01 08:27:00,3.39,17850,United Kingdom
                1,A2,LANTERN,2,2011-06-01 08:27:00,3.39,17850,United Kingdom
                C3,A1,HEART,-4,2011-06-01 09:40:00,2.55,17850,United Kingdom
                """)
            .events()
            .toList();

    assertThat(events).extracting(Event::getId).containsExactly("1", "2", "C3");
    assertThat(events).extracting(Event::getCustomer).containsExactly("17850", "13047", "17850");
    // British summer time is an hour ahead.
    assertThat(events.getFirst().getEventTime().getSeconds())
        .isEqualTo(Instant.parse("2011-06-01T07:26:00Z").getEpochSecond());
    assertThat(events.getFirst().getPurchase().getLinesList())
        .containsExactly(line("A1", 6, "2.55"), line("A2", 2, "3.39"), line("A2", 2, "3.39"));
    assertThat(events.getLast().getReturn().getLinesList()).containsExactly(line("A1", 4, "2.55"));
  }

  @Test
  void anArticleIsCalledAndCostsWhatItDidMostOften() throws IOException {
    OnlineRetail shop =
        read(
            """
            1,a1,HEART,6,2011-06-01 08:26:00,2.55,17850,United Kingdom
            2,A1,WHITE HEART,1,2011-06-01 08:30:00,2.10,13047,France
            3,A1,WHITE HEART,1,2011-06-01 08:40:00,2.55,,France
            4,A9,OTHER,1,2011-06-01 08:40:00,0,13047,France
            """);

    assertThat(shop.products())
        .containsExactly(
            Product.newBuilder()
                .setName("A1")
                .setTitle("WHITE HEART")
                .setPrice(new Amount(new BigDecimal("2.55"), "GBP").toMoney())
                .build());
    assertThat(shop.customers())
        .extracting(Customer::getName)
        .containsExactly("stores/demo/customers/13047", "stores/demo/customers/17850");
    assertThat(shop.customers())
        .extracting(customer -> customer.getPerson().getCountry())
        .containsExactly("France", "United Kingdom");
  }

  @Test
  void timesMoveByWholeWeeksToTheWeekBeforeNow() throws IOException {
    Path file = write("1,A1,HEART,6,2011-12-09 12:50:00,2.55,17850,United Kingdom\n");
    OnlineRetail shop = OnlineRetail.read(new InputFile(file), "demo", Times.SHIFT_TO_NOW, NOW);

    Instant then = Instant.parse("2011-12-09T12:50:00Z");
    Instant moved =
        Instant.ofEpochSecond(shop.events().findFirst().orElseThrow().getEventTime().getSeconds());
    assertThat(Duration.between(then, moved)).isEqualTo(Duration.ofDays(7 * shop.shift().weeks()));
    assertThat(moved).isBetween(NOW.minus(Duration.ofDays(7)), NOW);
  }

  @Test
  void anotherTableIsRefusedByTheColumnThatIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> OnlineRetail.read(new InputFile(file), "demo", Times.KEEP, NOW))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("InvoiceNo");
  }

  private OnlineRetail read(String rows) throws IOException {
    return OnlineRetail.read(new InputFile(write(rows)), "demo", Times.KEEP, NOW);
  }

  private Path write(String rows) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), TITLES + rows);
  }

  private static LineItem line(String product, int quantity, String price) {
    return LineItem.newBuilder()
        .setProduct(product)
        .setQuantity(quantity)
        .setUnitPrice(new Amount(new BigDecimal(price), "GBP").toMoney())
        .build();
  }
}
