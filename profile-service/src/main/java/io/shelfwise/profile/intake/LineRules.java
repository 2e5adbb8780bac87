package io.shelfwise.profile.intake;

import com.google.type.Money;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.rpc.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the lines of an order or a return may be.
 *
 * <p>Sums of money are kept exactly, as whole millionths of the currency's unit. So a price has at
 * most six decimals, and an order is worth at most a thousand million; thousands of such orders
 * still fit into a customer's revenue.
 *
 * @param event the rules of the event that the lines are part of
 */
record LineRules(EventRules event) {
  private static final int MOST_LINES = 2_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int MOST_NANOS = 999_999_999;
  private static final long MOST_VALUE = 1_000_000_000;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /** The lines in the form in which they are kept. */
  List<LineItem> check(String path, List<LineItem> lines) {
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw ApiException.invalid(path, "be 1 to " + MOST_LINES + " lines");
    }
    List<LineItem> kept = new ArrayList<>(lines.size());
    double value = 0;
    for (int i = 0; i < lines.size(); i++) {
      LineItem line = check(path + "[" + i + "]", lines.get(i));
      value += line.getQuantity() * inUnits(line.getUnitPrice());
      kept.add(line);
    }
    if (value > MOST_VALUE) {
      throw ApiException.invalid(path, "be worth at most " + MOST_VALUE + " in all");
    }
    checkCurrency(path, kept);
    return kept;
  }

  private static double inUnits(Money price) {
    return price.getUnits() + price.getNanos() / 1e9;
  }

  private LineItem check(String path, LineItem line) {
    LineItem.Builder kept =
        line.toBuilder()
            .setProduct(event.product(path + ".product", line.getProduct()))
            .setQuantity(EventRules.pieces(path + ".quantity", line.getQuantity()));
    if (line.hasUnitPrice()) {
      checkPrice(path + ".unit_price", line.getUnitPrice());
    }
    return kept.build();
  }

  private static void checkPrice(String field, Money price) {
    if (price.getUnits() < 0 || price.getNanos() < 0) {
      throw ApiException.invalid(field, "be at least 0");
    }
    if (price.getNanos() > MOST_NANOS || price.getNanos() % NANOS_PER_MICRO != 0) {
      throw ApiException.invalid(field + ".nanos", "be at most 999999999, and whole thousands");
    }
    if (!CURRENCY.matcher(price.getCurrencyCode()).matches()) {
      throw ApiException.invalid(
          field + ".currency_code", "be the three capital letters of ISO 4217, such as EUR");
    }
  }

  /**
   * The first currency that is offered is the store's for good, so it is offered only once all the
   * rest is right.
   */
  private void checkCurrency(String path, List<LineItem> lines) {
    List<Integer> priced =
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).hasUnitPrice()).boxed().toList();
    if (priced.isEmpty()) {
      return;
    }
    String offered = currency(lines.get(priced.getFirst()));
    for (int i : priced) {
      if (!currency(lines.get(i)).equals(offered)) {
        throw ApiException.invalid(
            currencyOf(path, i), "be " + offered + ", as in the lines before");
      }
    }
    String ours = event.currency().apply(offered);
    if (!ours.equals(offered)) {
      throw ApiException.invalid(
          currencyOf(path, priced.getFirst()), "be " + ours + ", the store's currency");
    }
  }

  private static String currency(LineItem line) {
    return line.getUnitPrice().getCurrencyCode();
  }

  private static String currencyOf(String path, int line) {
    return path + "[" + line + "].unit_price.currency_code";
  }
}
