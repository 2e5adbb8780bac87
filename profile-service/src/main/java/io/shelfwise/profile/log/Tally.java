package io.shelfwise.profile.log;

import com.google.type.Money;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import java.util.List;
import java.util.Map;

/** What an event adds to its customer's counts. */
final class Tally {
  private static final long MICROS = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private Tally() {}

  /** What is added to each count that is added to. */
  static Map<Count, Long> of(Event event) {
    return switch (event.getActionCase()) {
      case PRODUCT_VIEW -> Map.of(Count.VIEWS, 1L);
      case CART_ADDITION -> Map.of(Count.CART_ADDITIONS, 1L);
      case CART_REMOVAL -> Map.of(Count.CART_REMOVALS, 1L);
      case PURCHASE -> purchase(event.getPurchase().getLinesList());
      case RETURN ->
          Map.of(
              Count.RETURNS, 1L, Count.RETURNED_MICROS, micros(event.getReturn().getLinesList()));
      case RATING ->
          Map.of(
              Count.RATINGS,
              1L,
              Count.STARS_MICROS,
              Math.round(event.getRating().getStars() * MICROS));
      case SEARCH -> Map.of(Count.SEARCHES, 1L);
      case SURVEY_ANSWER -> Map.of(Count.SURVEY_ANSWERS, 1L);
      case ERASURE, ACTION_NOT_SET -> Map.of();
    };
  }

  private static Map<Count, Long> purchase(List<LineItem> lines) {
    long units = 0;
    for (LineItem line : lines) {
      units += line.getQuantity();
    }
    return Map.of(Count.ORDERS, 1L, Count.UNITS, units, Count.REVENUE_MICROS, micros(lines));
  }

  /** Σ quantity × unit price, exactly. */
  private static long micros(List<LineItem> lines) {
    long sum = 0;
    for (LineItem line : lines) {
      Money price = line.getUnitPrice();
      long each =
          Math.addExact(
              Math.multiplyExact(price.getUnits(), MICROS), price.getNanos() / NANOS_PER_MICRO);
      sum = Math.addExact(sum, Math.multiplyExact(each, line.getQuantity()));
    }
    return sum;
  }
}
