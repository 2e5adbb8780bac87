package io.shelfwise.standalone.onlineretail;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Return;
import io.shelfwise.standalone.terminal.Amount;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SequencedMap;

/**
 * Makes one event of each invoice: a purchase of a sale, a return of a cancellation. The event's id
 * is the invoice's number, its time that of the invoice's first row.
 *
 * <p>Rows of one invoice need not stand together, and some come a minute apart, so an invoice is
 * open until the rows are an hour on. Rows that repeat each other are kept: the shop's tills wrote
 * a line for each time that an article went over them.
 */
final class Invoices implements Iterator<Event> {
  private static final Duration OPEN = Duration.ofHours(1);

  private final Iterator<SalesRow> rows;
  private final TimeShift shift;
  private final SequencedMap<String, List<SalesRow>> open = new LinkedHashMap<>();
  private LocalDateTime now = LocalDateTime.MIN;

  Invoices(Iterator<SalesRow> rows, TimeShift shift) {
    this.rows = rows;
    this.shift = shift;
  }

  @Override
  public boolean hasNext() {
    while (!oldestIsComplete() && rows.hasNext()) {
      SalesRow row = rows.next();
      if (row.destination() == Destination.PURCHASE || row.destination() == Destination.RETURN) {
        open.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>()).add(row);
        now = row.time();
      }
    }
    return !open.isEmpty();
  }

  private boolean oldestIsComplete() {
    return !open.isEmpty()
        && open.firstEntry().getValue().getFirst().time().plus(OPEN).isBefore(now);
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return event(open.pollFirstEntry().getValue());
  }

  private Event event(List<SalesRow> invoice) {
    SalesRow first = invoice.getFirst();
    Timestamp time =
        Timestamp.newBuilder().setSeconds(shift.instant(first.time()).getEpochSecond()).build();
    Event.Builder event =
        Event.newBuilder().setId(first.invoice()).setCustomer(first.customer()).setEventTime(time);
    List<LineItem> lines = invoice.stream().map(Invoices::line).toList();
    if (first.destination() == Destination.RETURN) {
      event.setReturn(Return.newBuilder().addAllLines(lines));
    } else {
      event.setPurchase(Purchase.newBuilder().setOrder(first.invoice()).addAllLines(lines));
    }
    return event.build();
  }

  private static LineItem line(SalesRow row) {
    return LineItem.newBuilder()
        .setProduct(row.stockCode())
        .setQuantity(Math.abs(row.quantity()))
        .setUnitPrice(new Amount(row.price(), OnlineRetail.CURRENCY).toMoney())
        .build();
  }
}
