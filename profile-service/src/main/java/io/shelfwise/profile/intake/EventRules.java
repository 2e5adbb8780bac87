package io.shelfwise.profile.intake;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.CartRemoval;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.Search;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an event may be, and the one form in which it is kept: full resource names, a time,
 * quantities of at least one.
 *
 * <p>A broken rule is told by the path of the field and what it must do, as in {@code
 * events[3].purchase.lines[0].quantity must be from 1 to 1000000}.
 *
 * @param store the store's id
 * @param now the time of receipt
 * @param currency the store's currency, given the one that is offered; asked only for an event that
 *     is right otherwise
 */
record EventRules(String store, Instant now, UnaryOperator<String> currency) {
  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);
  private static final long FIRST_SECOND = -62_135_596_800L; // of the year 1
  private static final int MOST_PIECES = 1_000_000;
  private static final int LONGEST_ORDER = 128;
  private static final int LONGEST_TOKEN = 1_024;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_REVIEW = 10_000;
  private static final int LONGEST_QUERY = 500;

  /**
   * Judges an event.
   *
   * @param path where the event is in its request, such as {@code events[3]}
   */
  Verdict judge(String path, Event event) {
    try {
      return new Verdict.Accepted(check(path, event));
    } catch (ApiException broken) {
      // That the store's currency cannot be had just now is no fault of the event.
      if (broken.status().getCode() != Code.INVALID_ARGUMENT_VALUE) {
        throw broken;
      }
      return new Verdict.Rejected(broken.status());
    }
  }

  private Event check(String path, Event event) {
    if (!ResourceName.isId(event.getId())) {
      throw ApiException.invalid(path + ".id", "be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
    Texts.atMost(LONGEST_TOKEN, path + ".attribution_token", event.getAttributionToken());
    Event.Builder kept =
        event.toBuilder()
            .setCustomer(fullName(path + ".customer", "customers", event.getCustomer()))
            .setEventTime(time(path + ".event_time", event));
    switch (event.getActionCase()) {
      case PRODUCT_VIEW -> kept.setProductView(view(path, event.getProductView()));
      case CART_ADDITION -> kept.setCartAddition(addition(path, event.getCartAddition()));
      case CART_REMOVAL -> kept.setCartRemoval(removal(path, event.getCartRemoval()));
      case PURCHASE -> kept.setPurchase(purchase(path + ".purchase", event.getPurchase()));
      case RETURN -> kept.setReturn(returned(path + ".return", event.getReturn()));
      case RATING -> kept.setRating(rating(path + ".rating", event.getRating()));
      case SEARCH -> kept.setSearch(search(path + ".search", event.getSearch()));
      case SURVEY_ANSWER -> AnswerRules.check(path + ".survey_answer", event.getSurveyAnswer());
      case ERASURE, ACTION_NOT_SET ->
          throw ApiException.invalid(
              path + ".action",
              "be one of product_view, cart_addition, cart_removal, purchase, return, rating, search,"
                  + " survey_answer");
    }
    return kept.build();
  }

  private Timestamp time(String field, Event event) {
    if (!event.hasEventTime()) {
      return Timestamp.newBuilder()
          .setSeconds(now.getEpochSecond())
          .setNanos(now.getNano())
          .build();
    }
    Timestamp time = event.getEventTime();
    if (time.getSeconds() < FIRST_SECOND || time.getNanos() < 0 || time.getNanos() > 999_999_999) {
      throw ApiException.invalid(field, "be a time of the year 1 or later");
    }
    if (time.getSeconds() > now.plus(MOST_AHEAD).getEpochSecond()) {
      throw ApiException.invalid(field, "be at most five minutes after the server's clock");
    }
    return time;
  }

  private ProductView view(String path, ProductView view) {
    return view.toBuilder()
        .setProduct(product(path + ".product_view.product", view.getProduct()))
        .build();
  }

  private CartAddition addition(String path, CartAddition addition) {
    return addition.toBuilder()
        .setProduct(product(path + ".cart_addition.product", addition.getProduct()))
        .setQuantity(pieces(path + ".cart_addition.quantity", addition.getQuantity()))
        .build();
  }

  private CartRemoval removal(String path, CartRemoval removal) {
    return removal.toBuilder()
        .setProduct(product(path + ".cart_removal.product", removal.getProduct()))
        .setQuantity(pieces(path + ".cart_removal.quantity", removal.getQuantity()))
        .build();
  }

  private Purchase purchase(String path, Purchase purchase) {
    Texts.atMost(LONGEST_ORDER, path + ".order", purchase.getOrder());
    Purchase.Builder kept = purchase.toBuilder().clearLines();
    return kept.addAllLines(lines(path + ".lines", purchase.getLinesList())).build();
  }

  private Return returned(String path, Return returned) {
    Texts.atMost(LONGEST_ORDER, path + ".order", returned.getOrder());
    Return.Builder kept = returned.toBuilder().clearLines();
    return kept.addAllLines(lines(path + ".lines", returned.getLinesList())).build();
  }

  private List<LineItem> lines(String path, List<LineItem> lines) {
    return new LineRules(this).check(path, lines);
  }

  private Rating rating(String path, Rating rating) {
    // Not a number is outside too.
    if (!(rating.getStars() >= 1 && rating.getStars() <= 5)) {
      throw ApiException.invalid(path + ".stars", "be from 1 to 5");
    }
    Texts.atMost(LONGEST_TITLE, path + ".title", rating.getTitle());
    Texts.atMost(LONGEST_REVIEW, path + ".text", rating.getText());
    return rating.toBuilder().setProduct(product(path + ".product", rating.getProduct())).build();
  }

  private static Search search(String path, Search search) {
    if (search.getQuery().isEmpty()) {
      throw ApiException.invalid(path + ".query", "be 1 to " + LONGEST_QUERY + " characters long");
    }
    Texts.atMost(LONGEST_QUERY, path + ".query", search.getQuery());
    return search;
  }

  String product(String field, String name) {
    return fullName(field, "products", name);
  }

  static int pieces(String field, int quantity) {
    if (quantity < 0 || quantity > MOST_PIECES) {
      throw ApiException.invalid(field, "be from 1 to " + MOST_PIECES);
    }
    return quantity == 0 ? 1 : quantity;
  }

  /** The full name for a full name of this store, or for an id alone. */
  private String fullName(String field, String collection, String name) {
    String parent = "stores/" + store + "/" + collection + "/";
    String id = name.startsWith(parent) ? name.substring(parent.length()) : name;
    if (!ResourceName.isId(id)) {
      throw ApiException.invalid(
          field,
          "be " + parent + "ID, or the ID alone, of 1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
    return parent + id;
  }
}
