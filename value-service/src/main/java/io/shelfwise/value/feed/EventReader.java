package io.shelfwise.value.feed;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.SurveyAnswer;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.value.feed.CustomerEvent.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the contract's messages.
 *
 * <p>An event that cannot be reckoned with is left out with a word in our log, since it would stand
 * in the way of all that come after it: the log is never changed.
 */
final class EventReader {
  private static final Logger log = LoggerFactory.getLogger(EventReader.class);
  private static final long MICROS = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private EventReader() {}

  static LogPart read(TailEventsResponse response) {
    List<CustomerEvent> events = new ArrayList<>(response.getEventsCount());
    for (LoggedEvent logged : response.getEventsList()) {
      read(logged).ifPresent(events::add);
    }
    return new LogPart(events, response.getCursor(), response.getCaughtUp());
  }

  private static Optional<CustomerEvent> read(LoggedEvent logged) {
    Event event = logged.getEvent();
    String store = lastId(logged.getStore());
    String customer = lastId(event.getCustomer());
    long time = millis(event.getEventTime());
    try {
      return Optional.of(
          switch (event.getActionCase()) {
            case PURCHASE -> {
              List<LineItem> lines = event.getPurchase().getLinesList();
              yield new CustomerEvent.Order(
                  store,
                  customer,
                  time,
                  currency(lines),
                  sum(lines),
                  pieces(lines),
                  lines.stream().map(EventReader::line).toList());
            }
            case RETURN -> {
              List<LineItem> lines = event.getReturn().getLinesList();
              yield new CustomerEvent.Refund(store, customer, time, currency(lines), sum(lines));
            }
            case RATING ->
                new CustomerEvent.Rating(store, customer, time, event.getRating().getStars());
            case PRODUCT_VIEW -> new CustomerEvent.Browsing(store, customer, time, Step.VIEW);
            case CART_ADDITION ->
                new CustomerEvent.Browsing(store, customer, time, Step.CART_ADDITION);
            case CART_REMOVAL ->
                new CustomerEvent.Browsing(store, customer, time, Step.CART_REMOVAL);
            case SEARCH -> new CustomerEvent.Browsing(store, customer, time, Step.SEARCH);
            case SURVEY_ANSWER -> {
              SurveyAnswer answer = event.getSurveyAnswer();
              yield new CustomerEvent.Answer(
                  store, customer, time, answer.getSurvey(), answer.getQuestion(), reply(answer));
            }
            case ERASURE -> new CustomerEvent.Erasure(store, customer, time);
            case ACTION_NOT_SET -> new CustomerEvent.Sign(store, customer, time);
          });
    } catch (ArithmeticException e) {
      log.warn("event {} of {} is left out: its value is beyond reckoning", event.getId(), store);
      return Optional.empty();
    }
  }

  private static long millis(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toEpochMilli();
  }

  private static String lastId(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The currency of the lines that have a price, which share one; empty if none has. */
  private static String currency(List<LineItem> lines) {
    return lines.stream()
        .map(line -> line.getUnitPrice().getCurrencyCode())
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static long sum(List<LineItem> lines) {
    long sum = 0;
    for (LineItem line : lines) {
      sum = Math.addExact(sum, micros(line));
    }
    return sum;
  }

  private static OrderLine line(LineItem line) {
    return new OrderLine(lastId(line.getProduct()), micros(line));
  }

  private static long micros(LineItem line) {
    return Math.multiplyExact(micros(line.getUnitPrice()), line.getQuantity());
  }

  private static SurveyReply reply(SurveyAnswer answer) {
    return switch (answer.getAnswerCase()) {
      case NUMBER -> new SurveyReply.Figure(answer.getNumber());
      case CHOICE -> new SurveyReply.Choice(answer.getChoice());
      case TEXT, ANSWER_NOT_SET -> new SurveyReply.Words();
    };
  }

  private static long pieces(List<LineItem> lines) {
    return lines.stream().mapToLong(LineItem::getQuantity).sum();
  }

  /** A price in millionths; what is finer is rounded to the nearest one. */
  private static long micros(Money price) {
    long fraction = Math.floorDiv(price.getNanos() + NANOS_PER_MICRO / 2, NANOS_PER_MICRO);
    return Math.addExact(Math.multiplyExact(price.getUnits(), MICROS), fraction);
  }
}
