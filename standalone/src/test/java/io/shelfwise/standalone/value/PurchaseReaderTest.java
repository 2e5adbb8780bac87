package io.shelfwise.standalone.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseReaderTest {
  private static final double DAY = LocalDate.of(1997, 1, 1).toEpochDay();
  private static final Map<String, String> TITLES = Map.of();

  @TempDir Path folder;

  @Test
  void columnsAreFoundByTheirTitles() {
    assertThat(
            read(
                """
                Total,Date,CustomerID
                11.77,1997-01-01,ann
                12.50,1997-01-12,"bob, the other"
                """,
                Map.of("customer", "CustomerID", "time", "Date", "amount", "Total")))
        .containsExactly(purchase(0, DAY, 11.77), purchase(1, DAY + 11, 12.5));
  }

  @Test
  void titlesThatSayItThemselvesNeedNotBeNamed() {
    assertThat(read("customer;time;note\nann;1997-01-02;x\n", TITLES))
        .containsExactly(purchase(0, DAY + 1, 0));
  }

  /** As the files of the literature: blanks at the beginning, with titles on top or without. */
  @Test
  void columnsAreFoundByTheirPlaces() {
    Map<String, String> places = Map.of("customer", "1", "time", "2", "amount", "4");
    String rows =
        """
         00001 19970101  1   11.77
         00002 19970112  5   77.00
        """;
    List<Purchase> expected = List.of(purchase(0, DAY, 11.77), purchase(1, DAY + 11, 77));

    assertThat(read(rows, places)).isEqualTo(expected);
    assertThat(read(" customer_id  date number_of_cds  dollar_value\n" + rows, places))
        .isEqualTo(expected);
  }

  @Test
  void aPackedFileIsUnpacked() throws IOException {
    Path file = folder.resolve("sales.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("customer,time\nann,1997-01-01\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(file, TITLES, Optional.empty(), false)).containsExactly(purchase(0, DAY, 0));
  }

  @Test
  void purchasesOfOneDayAreOnePurchase() {
    String rows =
        """
        customer,time,amount
        ann,1997-01-02T23:59:59Z,3
        ann,1997-01-01 10:00,1
        ann,1997-01-01T09:00:00Z,2
        ann,1997-01-03T00:30:00+01:00,4
        """;
    assertThat(read(rows, TITLES)).containsExactly(purchase(0, DAY, 3), purchase(0, DAY + 1, 7));
  }

  @Test
  void exactTimesKeepThemApart() {
    Path file = file("customer,time,amount\nann,1997-01-01T12:00,1\nann,1997-01-01T06:00,2\n");
    assertThat(read(file, TITLES, Optional.empty(), true))
        .containsExactly(purchase(0, DAY + 0.25, 2), purchase(0, DAY + 0.5, 1));
  }

  @Test
  void numbersWithAPointAreTimesOfTheirOwnUnit() {
    assertThat(read("customer,time\nann,0.25\nann,0.5\n", TITLES))
        .containsExactly(purchase(0, 0.25, 0), purchase(0, 0.5, 0));
  }

  @Test
  void otherTimesAreReadAsTold() {
    assertThat(told("dd.MM.yyyy", "02.01.1997")).isEqualTo(DAY + 1);
    assertThat(told("M/d/yyyy H:mm", "1/2/1997 13:05")).isEqualTo(DAY + 1);
    assertThat(told("epoch-seconds", "852163199")).isEqualTo(DAY);
    assertThat(told("epoch-millis", "852163200000")).isEqualTo(DAY + 1);
    assertThat(told("number", "17")).isEqualTo(17);
  }

  @Test
  void whatIsNoPurchaseOfACustomerIsLeftOutAndTold() {
    Path file = file("customer,time,amount\n,1997-01-01,1\nann,1997-01-01,-5\nann,1997-01-02,0\n");
    try (InputTable table = InputTable.open(file, Separator.AUTO, TITLES)) {
      PurchaseReader reader = new PurchaseReader(table, Optional.empty(), false);
      assertThat(purchases(reader.read())).containsExactly(purchase(0, DAY + 1, 0));
      assertThat(reader.remarks())
          .containsExactly(
              "left out: 1 rows without a customer", "left out: 1 rows with a negative amount");
    }
  }

  @Test
  void whatCannotBeReadIsToldWithFileLineAndColumn() {
    assertFailure(
        "customer,time\nann,1997-01-01\nbob,\"1997\n-02\"\n",
        "sales.csv, line 4, column 2 (time): 1997\n-02 (expected: a time such as 1997-09-30");
    assertFailure(
        "customer,time,amount\nann,1997-01-01,much\n",
        "sales.csv, line 2, column 3 (amount): much (expected: a number such as 12.50)");
    assertFailure(
        "customer,time\nann,852163199\n",
        "sales.csv, line 2, column 2 (time): 852163199",
        "say --time-format");
    assertFailure("customer,time\nann\n", "column 2 (time): nothing");
    assertFailure("customer,date\nann,1997-01-01\n", "which column holds the time?");
    assertFailure("customer,time\n", "has no purchase in it");
    assertFailure("", "is empty");
  }

  @Test
  void aTitleThatIsNotThereIsToldWithThoseThatAre() {
    assertThatThrownBy(() -> read("a,b\n1,2\n", Map.of("customer", "Customer")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("no column is called Customer (there are: a, b)");
  }

  private record Purchase(int customer, double time, double amount) {}

  private static Purchase purchase(int customer, double time, double amount) {
    return new Purchase(customer, time, amount);
  }

  private double told(String form, String time) {
    Path file = file("customer,time\nann," + time + "\n");
    return read(file, TITLES, Optional.of(TimeForm.named(form)), false).getFirst().time();
  }

  private void assertFailure(String text, String... parts) {
    assertThatThrownBy(() -> read(text, TITLES))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContainingAll(parts);
  }

  private List<Purchase> read(String text, Map<String, String> titles) {
    return read(file(text), titles, Optional.empty(), false);
  }

  private static List<Purchase> read(
      Path file, Map<String, String> titles, Optional<TimeForm> form, boolean exactTimes) {
    try (InputTable table = InputTable.open(file, Separator.AUTO, titles)) {
      return purchases(new PurchaseReader(table, form, exactTimes).read());
    }
  }

  private static List<Purchase> purchases(PurchaseLog log) {
    List<Purchase> all = new ArrayList<>();
    for (int customer = 0; customer < log.customers(); customer++) {
      for (int i = log.begin(customer); i < log.begin(customer + 1); i++) {
        all.add(new Purchase(customer, log.time(i), log.amount(i)));
      }
    }
    return all;
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("sales.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
