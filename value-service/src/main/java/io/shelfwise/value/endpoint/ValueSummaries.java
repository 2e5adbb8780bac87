package io.shelfwise.value.endpoint;

import static io.shelfwise.value.endpoint.Messages.timestamp;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.appraisal.Board;
import io.shelfwise.value.appraisal.Boards;
import io.shelfwise.value.appraisal.GroupSum;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.appraisal.SegmentId;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.history.StoreTotals;
import io.shelfwise.value.predict.StoreModels;
import io.shelfwise.value.v1.GroupValue;
import io.shelfwise.value.v1.ValueSummary;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What all customers of a store are worth together, and by group.
 *
 * @param histories the stores there are
 * @param boards who is in which group
 * @param models why something may not be expected
 * @param rules the groups there are
 */
public record ValueSummaries(
    Histories histories, Boards boards, StoreModels models, Rulebook rules) {
  /**
   * The summary of a store.
   *
   * @throws ApiException NOT_FOUND
   */
  ValueSummary get(String store) {
    String name = "stores/" + store + "/valueSummary";
    StoreHistory in = histories.store(store).orElseThrow(() -> ApiException.notFound(name));
    Board board = boards.of(in);
    // All of one moment, or parts would not add up to the whole.
    StoreTotals totals = board.rows().isEmpty() ? in.totals() : board.totals();
    ValueSummary.Builder summary =
        ValueSummary.newBuilder()
            .setName(name)
            .setAsOfTime(timestamp(totals.asOfMillis()))
            .setCustomerCount(in.customers().size())
            .setOrderCount(totals.orders())
            .setReturnCount(in.customers().stream().mapToLong(CustomerHistory::returns).sum())
            .setBuyers(group("", board.all(), totals))
            .setHorizonDays(rules.horizon().days())
            .setDiscountRate(rules.horizon().discountRate());
    for (String segment : SegmentId.all(rules.levels())) {
      summary.addGroups(group(segment, board.group(segment), totals));
    }
    if (models.of(store).isEmpty()) {
      summary.setPredictionUnavailableReason(models.reasonForNone(store));
    }
    return summary.build();
  }

  /** What a group is worth, as a message. */
  static GroupValue group(String segment, GroupSum sum, StoreTotals totals) {
    String currency = totals.currency();
    GroupValue.Builder group =
        GroupValue.newBuilder()
            .setSegment(segment)
            .setCustomerCount(sum.buyers())
            .setExpectedActiveCustomers(sum.active())
            .setExpectedPurchases(sum.purchases());
    if (!currency.isEmpty()) {
      group
          .setRevenue(Messages.money(currency, sum.revenueMicros()))
          .setReturned(Messages.money(currency, sum.returnedMicros()))
          .setLifetimeValue(Messages.money(currency, BigDecimal.valueOf(sum.value())));
      if (sum.buyers() > 0) {
        group.setRevenuePerCustomer(
            Messages.money(currency, sum.revenueMicros().divide(BigInteger.valueOf(sum.buyers()))));
      }
    }
    if (totals.revenueMicros().signum() > 0) {
      group.setContributionRate(
          sum.revenueMicros().doubleValue() / totals.revenueMicros().doubleValue());
    }
    return group.build();
  }
}
