package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * What a customer bought, sent back and thought of it: sums over all of it, and orders and returns
 * by the day, days by UTC.
 *
 * <p>A new event makes a new history, which shares with the old one what did not change. Events may
 * come in any order of time, as they do when a shop imports its past. A customer of one order takes
 * about 130 bytes.
 */
public final class CustomerHistory {
  /** Of a customer who was seen and has not bought. */
  public static final CustomerHistory EMPTY =
      new CustomerHistory(Purchases.NONE, Returns.NONE, Ratings.NONE, CustomerActivity.NONE);

  private final Purchases purchases;
  private final Returns returns;
  private final Ratings ratings;
  private final CustomerActivity activity;

  private CustomerHistory(
      Purchases purchases, Returns returns, Ratings ratings, CustomerActivity activity) {
    this.purchases = purchases;
    this.returns = returns;
    this.ratings = ratings;
    this.activity = activity;
  }

  /** The day of a time, counted from 1970-01-01 in UTC. */
  public static int dayOf(long timeMillis) {
    return Math.toIntExact(Math.floorDiv(timeMillis, TimeUnit.DAYS.toMillis(1)));
  }

  /** This history and one order more. */
  CustomerHistory withOrder(long timeMillis, long micros, long pieces) {
    return new CustomerHistory(
        purchases.plus(timeMillis, micros, pieces), returns, ratings, activity);
  }

  /** This history and one return more. The purchase stays one: the customer did come. */
  CustomerHistory withReturn(long timeMillis, long micros) {
    return new CustomerHistory(purchases, returns.plus(timeMillis, micros), ratings, activity);
  }

  /** This history and one rating more. */
  CustomerHistory withRating(double stars) {
    return new CustomerHistory(purchases, returns, ratings.plus(stars), activity);
  }

  /** This history with another activity. */
  CustomerHistory with(CustomerActivity newActivity) {
    return new CustomerHistory(purchases, returns, ratings, newActivity);
  }

  /** Whether there is an order. */
  public boolean hasBought() {
    return orders() > 0;
  }

  /** Orders placed. */
  public int orders() {
    return purchases.orders();
  }

  /** Pieces bought. */
  public long pieces() {
    return purchases.pieces();
  }

  /** Value of all orders, in millionths. */
  public long revenueMicros() {
    return purchases.micros();
  }

  /** Value of all returns, in millionths. */
  public long returnedMicros() {
    return returns.micros();
  }

  /**
   * Value of all orders less returns, in millionths; less than 0 when more came back than we know
   * to have been bought.
   */
  public long netMicros() {
    return revenueMicros() - returnedMicros();
  }

  /** The time of the earliest order; only when there is one. */
  public long firstOrderMillis() {
    return purchases.firstMillis();
  }

  /** The time of the latest order; only when there is one. */
  public long lastOrderMillis() {
    return purchases.lastMillis();
  }

  /** How many days with a purchase there are. */
  public int purchaseDays() {
    return purchases.days().size();
  }

  /** How many days with a purchase there were up to a day and with it. */
  public int purchaseDaysUntil(int lastDay) {
    return purchases.days().until(lastDay);
  }

  /** The day of a purchase day, from 0 for the first. */
  public int purchaseDay(int i) {
    return purchases.days().day(i);
  }

  /** How many orders were placed on a purchase day. */
  public int purchaseDayOrders(int i) {
    return purchases.days().count(i);
  }

  /** What was bought on a purchase day, in millionths. */
  public long purchaseDayMicros(int i) {
    return purchases.days().micros(i);
  }

  /** How many days with a return there are. */
  public int returnDays() {
    return returns.days().size();
  }

  /** How many days with a return there were up to a day and with it. */
  public int returnDaysUntil(int lastDay) {
    return returns.days().until(lastDay);
  }

  /** The day of a return day, from 0 for the first. */
  public int returnDay(int i) {
    return returns.days().day(i);
  }

  /** How many returns there were on a return day. */
  public int returnDayReturns(int i) {
    return returns.days().count(i);
  }

  /** What came back on a return day, in millionths. */
  public long returnDayMicros(int i) {
    return returns.days().micros(i);
  }

  /** Returns made. */
  public int returns() {
    int sum = 0;
    for (int i = 0; i < returnDays(); i++) {
      sum += returnDayReturns(i);
    }
    return sum;
  }

  /** Ratings given. */
  public int ratings() {
    return ratings.count();
  }

  /** The mean of the ratings given, 1 to 5; empty if there is none. */
  public OptionalDouble meanStars() {
    return ratings() == 0 ? OptionalDouble.empty() : OptionalDouble.of(ratings.mean());
  }

  /** What the customer did besides buying, and which products were bought. */
  public CustomerActivity activity() {
    return activity;
  }

  void write(DataOutput out) throws IOException {
    purchases.write(out);
    returns.write(out);
    ratings.write(out);
    activity.write(out);
  }

  static CustomerHistory read(DataInput in) throws IOException {
    return new CustomerHistory(
        Purchases.read(in), Returns.read(in), Ratings.read(in), CustomerActivity.read(in));
  }
}
