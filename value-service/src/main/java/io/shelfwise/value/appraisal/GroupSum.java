package io.shelfwise.value.appraisal;

import java.math.BigInteger;
import java.util.Collection;

/**
 * What the buyers of a group are and will be worth together.
 *
 * @param buyers how many they are
 * @param revenueMicros value of their orders in millionths, of any size
 * @param returnedMicros value of what came back in millionths, of any size
 * @param active how many of them are expected to be active still
 * @param purchases purchase days expected of them
 * @param value their discounted value, in the store's currency
 */
public record GroupSum(
    long buyers,
    BigInteger revenueMicros,
    BigInteger returnedMicros,
    double active,
    double purchases,
    double value) {
  /** Of nobody. */
  public static final GroupSum NOBODY = new GroupSum(0, BigInteger.ZERO, BigInteger.ZERO, 0, 0, 0);

  /** The sum of these rows. */
  public static GroupSum of(Collection<Row> rows) {
    BigInteger revenue = BigInteger.ZERO;
    BigInteger returned = BigInteger.ZERO;
    double active = 0;
    double purchases = 0;
    double value = 0;
    for (Row row : rows) {
      revenue = revenue.add(BigInteger.valueOf(row.revenueMicros()));
      returned = returned.add(BigInteger.valueOf(row.returnedMicros()));
      active += row.outlook().activeProbability();
      purchases += row.outlook().purchases();
      value += row.outlook().value();
    }
    return new GroupSum(rows.size(), revenue, returned, active, purchases, value);
  }

  /** Both together. */
  GroupSum plus(GroupSum other) {
    return new GroupSum(
        buyers + other.buyers,
        revenueMicros.add(other.revenueMicros),
        returnedMicros.add(other.returnedMicros),
        active + other.active,
        purchases + other.purchases,
        value + other.value);
  }
}
