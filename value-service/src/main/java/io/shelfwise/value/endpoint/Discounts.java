package io.shelfwise.value.endpoint;

import com.google.type.Money;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.spend.RevenueStream;
import io.shelfwise.value.v1.DiscountRevenueRequest;
import io.shelfwise.value.v1.DiscountRevenueResponse;
import java.math.BigDecimal;
import java.util.List;

/** What given revenues are worth today. */
final class Discounts {
  private static final int MOST_PERIODS = 1_000;
  private static final double NANOS = 1e9;
  private static final int LARGEST_NANOS = 999_999_999;
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
    if (!revenues.stream().allMatch(Discounts::isWellFormed)) {
      throw ApiException.invalid(
          "revenues", "have nanos from -999,999,999 to 999,999,999, of the sign of the units");
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
    if (Math.abs(value) >= Long.MAX_VALUE) {
      throw ApiException.invalid("revenues", "be worth less than 2^63 units together");
    }
    return DiscountRevenueResponse.newBuilder()
        .setValue(Messages.money(currency, BigDecimal.valueOf(value)))
        .build();
  }

  private static boolean isWellFormed(Money money) {
    return Math.abs((long) money.getNanos()) <= LARGEST_NANOS
        && Long.signum(money.getUnits()) * Integer.signum(money.getNanos()) >= 0;
  }
}
