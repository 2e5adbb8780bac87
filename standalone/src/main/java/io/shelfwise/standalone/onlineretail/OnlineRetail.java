package io.shelfwise.standalone.onlineretail;

import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.event.v1.Event;
import io.shelfwise.product.v1.Product;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.load.ShopData;
import io.shelfwise.standalone.terminal.Amount;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The shop of the Online Retail file. */
public final class OnlineRetail implements ShopData {
  static final String CURRENCY = "GBP";

  private final InputFile file;
  private final FirstReading reading;
  private final TimeShift shift;
  private final String store;

  private OnlineRetail(InputFile file, FirstReading reading, TimeShift shift, String store) {
    this.file = file;
    this.reading = reading;
    this.shift = shift;
    this.store = store;
  }

  /** What to do with the file's times. */
  public enum Times {
    /** As they stand in the file. */
    KEEP,
    /** The file's last week becomes this one, see {@link TimeShift}. */
    SHIFT_TO_NOW
  }

  /**
   * Reads the file for the first time.
   *
   * @param store the id of the store to which the shop will go
   * @throws io.shelfwise.standalone.terminal.CommandFailure if it cannot be read
   */
  public static OnlineRetail read(InputFile file, String store, Times times, Instant now) {
    FirstReading reading = FirstReading.of(file);
    TimeShift shift =
        switch (times) {
          case KEEP -> TimeShift.NONE;
          case SHIFT_TO_NOW -> TimeShift.toNow(reading.last(), now);
        };
    return new OnlineRetail(file, reading, shift, store);
  }

  /** Which rows went where. */
  public Tally tally() {
    return reading.tally();
  }

  /** How the times were moved. */
  public TimeShift shift() {
    return shift;
  }

  /** The articles that were known at a time, as they were called and priced until then. */
  public Stream<Product> productsBefore(LocalDateTime end) {
    return products(FirstReading.before(end, file));
  }

  @Override
  public Stream<Product> products() {
    return products(reading);
  }

  private static Stream<Product> products(FirstReading reading) {
    return reading.articles().entrySet().stream()
        .map(
            article ->
                Product.newBuilder()
                    .setName(article.getKey())
                    .setTitle(article.getValue().titles().get())
                    .setPrice(new Amount(article.getValue().prices().get(), CURRENCY).toMoney())
                    .build());
  }

  @Override
  public Stream<Customer> customers() {
    return reading.countries().entrySet().stream()
        .map(
            customer ->
                Customer.newBuilder()
                    .setName("stores/" + store + "/customers/" + customer.getKey())
                    .setPerson(Person.newBuilder().setCountry(customer.getValue()))
                    .build());
  }

  @Override
  public Stream<Event> events() {
    SalesRows rows = SalesRows.open(file);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new Invoices(rows, shift), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(rows::close);
  }

  @Override
  public long productCount() {
    return reading.articles().size();
  }

  @Override
  public long customerCount() {
    return reading.countries().size();
  }

  @Override
  public long eventCount() {
    return reading.invoices();
  }
}
