package io.shelfwise.profile.customer;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.customer.v1.Activity;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.profile.log.Count;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What the log has counted of a customer, as it lies in Redis: fields with whole numbers in
 * decimal.
 *
 * @param fields the fields by name
 * @param currency what sums of money are in; empty as long as the store has had none
 */
record Profile(Map<String, byte[]> fields, String currency) {
  private static final long MICROS = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int MILLIS = 1_000;
  private static final int NANOS_PER_MILLI = 1_000_000;

  /** What is told of the customer, its name and person aside. */
  Customer.Builder toCustomer() {
    Customer.Builder customer = Customer.newBuilder().setActivity(activity());
    time("created").ifPresent(customer::setCreateTime);
    time("updated").ifPresent(customer::setUpdateTime);
    return customer;
  }

  private Activity activity() {
    Activity.Builder activity =
        Activity.newBuilder()
            .setViewCount(count(Count.VIEWS))
            .setCartAdditionCount(count(Count.CART_ADDITIONS))
            .setCartRemovalCount(count(Count.CART_REMOVALS))
            .setOrderCount(count(Count.ORDERS))
            .setUnitCount(count(Count.UNITS))
            .setReturnCount(count(Count.RETURNS))
            .setRatingCount(count(Count.RATINGS))
            .setAverageStars(averageStars())
            .setSearchCount(count(Count.SEARCHES))
            .setSurveyAnswerCount(count(Count.SURVEY_ANSWERS));
    if (activity.getOrderCount() > 0) {
      activity.setRevenue(money(Count.REVENUE_MICROS));
    }
    if (activity.getReturnCount() > 0) {
      activity.setReturned(money(Count.RETURNED_MICROS));
    }
    time("first_event").ifPresent(activity::setFirstEventTime);
    time("last_event").ifPresent(activity::setLastEventTime);
    time("last_order").ifPresent(activity::setLastOrderTime);
    return activity.build();
  }

  private double averageStars() {
    long ratings = count(Count.RATINGS);
    return ratings == 0 ? 0 : count(Count.STARS_MICROS) / (double) MICROS / ratings;
  }

  private Money money(Count count) {
    long micros = count(count);
    return Money.newBuilder()
        .setCurrencyCode(currency)
        .setUnits(micros / MICROS)
        .setNanos((int) (micros % MICROS) * NANOS_PER_MICRO)
        .build();
  }

  private Optional<Timestamp> time(String field) {
    return number(field)
        .map(
            millis ->
                Timestamp.newBuilder()
                    .setSeconds(Math.floorDiv(millis, MILLIS))
                    .setNanos(Math.floorMod(millis, MILLIS) * NANOS_PER_MILLI)
                    .build());
  }

  private long count(Count count) {
    return number(count.field()).orElse(0L);
  }

  private Optional<Long> number(String field) {
    return Optional.ofNullable(fields.get(field))
        .map(digits -> Long.valueOf(new String(digits, StandardCharsets.US_ASCII)));
  }
}
