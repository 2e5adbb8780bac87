package io.shelfwise.value.endpoint;

import com.google.type.Money;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.spend.RevenueStream;
import io.shelfwise.value.v1.DiscountRevenueRequest;
import io.shelfwise.value.v1.DiscountRevenueResponse;
import java.util.List;

/** What given revenues are worth today. */
final class Discounts {
  private static final int MOST_PERIODS = 1_000;
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;
  private static final double LARGEST_RATE = 100;

  private Discounts() {}

  /**
   * The value of a stream.
   *
   * @throws ApiException INVALID_ARGUMENT, naming the field and the rule
   */
  static DiscountRevenueResponse discount(DiscountRevenueRequest request) {
    List<Money> revenues = request.getRevenuesList();
    if (revenues.isEmpty() || revenues.size() > MOST_PERIODS) {
      throw ApiException.invalid("revenues", "have 1 to " + MOST_PERIODS + " amounts");
    }
    String currency = revenues.getFirst().getCurrencyCode();
    if (!revenues.stream().allMatch(revenue -> revenue.getCurrencyCode().equals(currency))) {
      throw ApiException.invalid("revenues", "be of one currency");
    }
    double rate = request.getDiscountRate();
    if (!(rate >= 0 && rate <= LARGEST_RATE)) {
      throw ApiException.invalid("discount_rate", "be from 0 to 100: 0.1 is 10 %");
    }
    double value =
        new RevenueStream(
                revenues.stream()
                    .mapToDouble(revenue -> revenue.getUnits() + revenue.getNanos() / NANOS)
                    .toArray())
            .valueAt(rate);
    return DiscountRevenueResponse.newBuilder()
        .setValue(Messages.money(currency, Math.round(value * MICROS)))
        .build();
  }
}
