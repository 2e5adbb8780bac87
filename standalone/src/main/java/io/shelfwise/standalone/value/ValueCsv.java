package io.shelfwise.standalone.value;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.value.v1.Action;
import io.shelfwise.value.v1.CustomerValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Customers' values as CSV: a column for each thing that is told of a customer, money as decimals
 * in the currency that stands beside it. What is not known is empty.
 */
final class ValueCsv {
  private static final int NANO_DIGITS = 9;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("customer", Words::customer),
          new Column("currency", value -> value.getRevenue().getCurrencyCode()),
          new Column("orders", CustomerValue::getOrderCount),
          new Column("revenue", value -> decimal(value.getRevenue())),
          new Column("returns", CustomerValue::getReturnCount),
          new Column("returned", value -> decimal(value.getReturned())),
          new Column("average_order_value", value -> decimal(value.getAverageOrderValue())),
          new Column("contribution_rate", CustomerValue::getContributionRate),
          new Column("quantity", CustomerValue::getQuantity),
          new Column("recency_days", CustomerValue::getRecencyDays),
          new Column("tenure_days", CustomerValue::getTenureDays),
          new Column("purchase_frequency", CustomerValue::getPurchaseFrequency),
          new Column("frequency_index", CustomerValue::getFrequencyIndex),
          new Column("loyalty_index", CustomerValue::getLoyaltyIndex),
          new Column("loyalty_score", value -> value.getLoyalty().getScore()),
          new Column("loyal", value -> value.getLoyalty().getLoyal()),
          new Column("rfm_recency", value -> value.getRfm().getRecency()),
          new Column("rfm_frequency", value -> value.getRfm().getFrequency()),
          new Column("rfm_monetary", value -> value.getRfm().getMonetary()),
          new Column("rfm_segment", value -> value.getRfm().getSegment()),
          new Column("tier", value -> Words.of(value.getTier())),
          new Column("level", CustomerValue::getLevel),
          new Column("stage", value -> Words.of(value.getLifecycle().getStage())),
          new Column("stage_since", value -> time(value.getLifecycle().getSinceTime())),
          new Column("next_action", ValueCsv::nextAction),
          new Column("active_probability", expected(CustomerValue::getActiveProbability)),
          new Column("no_purchase_probability", expected(CustomerValue::getNoPurchaseProbability)),
          new Column("expected_purchases", expected(CustomerValue::getExpectedPurchases)),
          new Column("least_purchases", expected(value -> value.getPurchaseInterval().getLeast())),
          new Column("most_purchases", expected(value -> value.getPurchaseInterval().getMost())),
          new Column("expected_purchase_value", value -> decimal(value.getExpectedPurchaseValue())),
          new Column("lifetime_value", value -> decimal(value.getLifetimeValue())),
          new Column(
              "least_lifetime_value",
              value -> decimal(value.getLifetimeValueInterval().getLeast())),
          new Column(
              "most_lifetime_value", value -> decimal(value.getLifetimeValueInterval().getMost())),
          new Column("endless_value", value -> decimal(value.getEndlessValue())),
          new Column("horizon_days", CustomerValue::getHorizonDays),
          new Column("discount_rate", CustomerValue::getDiscountRate),
          new Column("segments", value -> String.join(" ", value.getSegmentsList())),
          new Column("as_of", value -> time(value.getAsOfTime())));

  /** A column: its title, and what stands in it. */
  private record Column(String title, Function<CustomerValue, Object> cell) {}

  private ValueCsv() {}

  /** The row of titles. */
  static String titles() {
    return row(COLUMNS.stream().map(Column::title));
  }

  /** A customer's row. */
  static String row(CustomerValue value) {
    return row(COLUMNS.stream().map(column -> column.cell().apply(value)));
  }

  private static String row(Stream<?> cells) {
    return CSVFormat.RFC4180.format(cells.toArray()) + "\n";
  }

  /** What the models expect, which nobody knows where there are none. */
  private static Function<CustomerValue, Object> expected(Function<CustomerValue, Object> cell) {
    return value -> value.getPredictionUnavailableReason().isEmpty() ? cell.apply(value) : "";
  }

  private static String nextAction(CustomerValue value) {
    return value.getActionsList().stream().findFirst().map(Action::getAction).orElse("");
  }

  private static String decimal(Money money) {
    return money.getCurrencyCode().isEmpty()
        ? ""
        : BigDecimal.valueOf(money.getUnits())
            .add(BigDecimal.valueOf(money.getNanos(), NANO_DIGITS))
            .stripTrailingZeros()
            .toPlainString();
  }

  private static String time(Timestamp time) {
    return time.getSeconds() == 0
        ? ""
        : Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
  }
}
