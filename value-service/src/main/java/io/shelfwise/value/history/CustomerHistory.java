package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What a customer bought: sums over all orders, and the value of each day with a purchase, days by
 * UTC.
 *
 * <p>A new order makes a new history. Orders may come in any order of time, as they do when a shop
 * imports its past.
 */
public final class CustomerHistory {
  /** Of a customer who was seen and has not bought. */
  public static final CustomerHistory EMPTY =
      new CustomerHistory(0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE, new int[0], new long[0]);

  private final int orders;
  private final long revenueMicros;
  private final long returnedMicros;
  private final long firstOrderMillis;
  private final long lastOrderMillis;
  private final int[] days;
  private final long[] dayMicros;

  private CustomerHistory(
      int orders,
      long revenueMicros,
      long returnedMicros,
      long firstOrderMillis,
      long lastOrderMillis,
      int[] days,
      long[] dayMicros) {
    this.orders = orders;
    this.revenueMicros = revenueMicros;
    this.returnedMicros = returnedMicros;
    this.firstOrderMillis = firstOrderMillis;
    this.lastOrderMillis = lastOrderMillis;
    this.days = days;
    this.dayMicros = dayMicros;
  }

  /** The day of a time, counted from 1970-01-01 in UTC. */
  public static int dayOf(long timeMillis) {
    return Math.toIntExact(Math.floorDiv(timeMillis, TimeUnit.DAYS.toMillis(1)));
  }

  /** This history and one order more. */
  CustomerHistory withOrder(long timeMillis, long micros) {
    int day = dayOf(timeMillis);
    int found = Arrays.binarySearch(days, day);
    int place = found >= 0 ? found : -found - 1;
    int[] newDays = days;
    long[] newMicros;
    if (found >= 0) {
      newMicros = dayMicros.clone();
    } else {
      int after = days.length - place;
      newDays = Arrays.copyOf(days, days.length + 1);
      newMicros = Arrays.copyOf(dayMicros, days.length + 1);
      System.arraycopy(days, place, newDays, place + 1, after);
      System.arraycopy(dayMicros, place, newMicros, place + 1, after);
      newDays[place] = day;
      newMicros[place] = 0;
    }
    newMicros[place] = sum(newMicros[place], micros);
    return new CustomerHistory(
        orders + 1,
        sum(revenueMicros, micros),
        returnedMicros,
        Math.min(firstOrderMillis, timeMillis),
        Math.max(lastOrderMillis, timeMillis),
        newDays,
        newMicros);
  }

  /** This history and one return more. The purchase stays one: the customer did come. */
  CustomerHistory withReturn(long micros) {
    return new CustomerHistory(
        orders,
        revenueMicros,
        sum(returnedMicros, micros),
        firstOrderMillis,
        lastOrderMillis,
        days,
        dayMicros);
  }

  /** Amounts are at least 0; nine trillion is where a sum stops instead of turning negative. */
  private static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Whether there is an order. */
  public boolean hasBought() {
    return orders > 0;
  }

  /** Orders placed. */
  public int orders() {
    return orders;
  }

  /** Value of all orders, in millionths. */
  public long revenueMicros() {
    return revenueMicros;
  }

  /** Value of all returns, in millionths. */
  public long returnedMicros() {
    return returnedMicros;
  }

  /**
   * Value of all orders less returns, in millionths; less than 0 when more came back than we know
   * to have been bought.
   */
  public long netMicros() {
    return revenueMicros - returnedMicros;
  }

  /** The time of the earliest order; only when there is one. */
  public long firstOrderMillis() {
    return firstOrderMillis;
  }

  /** The time of the latest order; only when there is one. */
  public long lastOrderMillis() {
    return lastOrderMillis;
  }

  /** How many days with a purchase there were up to a day and with it. */
  public int purchaseDaysUntil(int lastDay) {
    int found = Arrays.binarySearch(days, lastDay);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The day of a purchase day, from 0 for the first. */
  public int purchaseDay(int i) {
    return days[i];
  }

  /** What was bought on a purchase day, in millionths. */
  public long purchaseDayMicros(int i) {
    return dayMicros[i];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(orders);
    out.writeLong(returnedMicros);
    out.writeLong(revenueMicros);
    out.writeLong(firstOrderMillis);
    out.writeLong(lastOrderMillis);
    out.writeInt(days.length);
    for (int i = 0; i < days.length; i++) {
      out.writeInt(days[i]);
      out.writeLong(dayMicros[i]);
    }
  }

  static CustomerHistory read(DataInput in) throws IOException {
    int orders = in.readInt();
    long returnedMicros = in.readLong();
    long revenueMicros = in.readLong();
    long firstOrderMillis = in.readLong();
    long lastOrderMillis = in.readLong();
    int count = in.readInt();
    int[] days = new int[count];
    long[] dayMicros = new long[count];
    for (int i = 0; i < count; i++) {
      days[i] = in.readInt();
      dayMicros[i] = in.readLong();
    }
    return new CustomerHistory(
        orders, revenueMicros, returnedMicros, firstOrderMillis, lastOrderMillis, days, dayMicros);
  }
}
