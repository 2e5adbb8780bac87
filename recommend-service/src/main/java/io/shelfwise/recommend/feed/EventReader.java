package io.shelfwise.recommend.feed;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from an event what was done with which product. */
public final class EventReader {
  private static final int SECONDS_A_MINUTE = 60;

  private EventReader() {}

  /** What was done with products; nothing if no product had to do with it. */
  public static List<Interaction> read(Event event) {
    return switch (event.getActionCase()) {
      case PRODUCT_VIEW -> one(event, Kind.VIEW, event.getProductView().getProduct(), 1);
      case CART_ADDITION -> one(event, Kind.CART_ADDITION, event.getCartAddition().getProduct(), 1);
      case CART_REMOVAL -> one(event, Kind.CART_REMOVAL, event.getCartRemoval().getProduct(), 1);
      case PURCHASE -> lines(event, Kind.PURCHASE, event.getPurchase().getLinesList());
      case RETURN -> lines(event, Kind.RETURN, event.getReturn().getLinesList());
      case RATING ->
          one(event, Kind.RATING, event.getRating().getProduct(), event.getRating().getStars());
      case SEARCH, SURVEY_ANSWER, ERASURE, ACTION_NOT_SET -> List.of();
    };
  }

  /** The customer of an event. */
  static String customer(Event event) {
    return id(event.getCustomer());
  }

  private static List<Interaction> one(Event event, Kind kind, String product, double amount) {
    return List.of(interaction(event, kind, product, amount));
  }

  /** Lines of the same product are one purchase of it. */
  private static List<Interaction> lines(Event event, Kind kind, List<LineItem> lines) {
    Map<String, Long> pieces = new LinkedHashMap<>();
    for (LineItem line : lines) {
      pieces.merge(line.getProduct(), (long) line.getQuantity(), Long::sum);
    }
    return pieces.entrySet().stream()
        .map(line -> interaction(event, kind, line.getKey(), line.getValue()))
        .toList();
  }

  private static Interaction interaction(Event event, Kind kind, String product, double amount) {
    return new Interaction(
        customer(event), id(product), kind, minute(event.getEventTime()), amount);
  }

  /** The last part of a resource name. */
  private static String id(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static int minute(Timestamp time) {
    return Math.toIntExact(Math.floorDiv(time.getSeconds(), SECONDS_A_MINUTE));
  }
}
