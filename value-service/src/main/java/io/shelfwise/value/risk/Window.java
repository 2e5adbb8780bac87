package io.shelfwise.value.risk;

import io.shelfwise.value.history.CustomerHistory;
import java.util.Arrays;

/**
 * What a customer did in the last days, and before.
 *
 * @param customer the customer
 * @param lastDay the last of the days, as {@link CustomerHistory#dayOf}
 * @param days how many they are
 */
record Window(CustomerHistory customer, int lastDay, int days) {
  private static final double MICROS = 1e6;

  /** The customer's number in the window, 0 or more. */
  double value(Measure measure) {
    return switch (measure) {
      case SPEND -> spend();
      case RETURNS -> returned();
      case ORDER_RATE -> orders();
    };
  }

  private double spend() {
    double micros = 0;
    for (int i = firstPurchase(); i < customer.purchaseDaysUntil(lastDay); i++) {
      micros += customer.purchaseDayMicros(i);
    }
    return micros / MICROS;
  }

  private double returned() {
    double micros = 0;
    for (int i = firstReturn(); i < customer.returnDaysUntil(lastDay); i++) {
      micros += customer.returnDayMicros(i);
    }
    return micros / MICROS;
  }

  int orders() {
    return orders(firstPurchase(), customer.purchaseDaysUntil(lastDay));
  }

  int returns() {
    return returns(firstReturn(), customer.returnDaysUntil(lastDay));
  }

  /** Orders before, without the first day's: with it the customer's time begins. */
  int ordersBefore() {
    return orders(1, firstPurchase());
  }

  int returnsBefore() {
    return returns(0, firstReturn());
  }

  /** How many days before the window the customer was known. */
  int daysBefore() {
    return lastDay - days - customer.purchaseDay(0);
  }

  /** What the days with a purchase before were worth, those that were worth something. */
  double[] purchaseDaysBefore() {
    double[] worth = new double[firstPurchase()];
    int n = 0;
    for (int i = 0; i < worth.length; i++) {
      if (customer.purchaseDayMicros(i) > 0) {
        worth[n++] = customer.purchaseDayMicros(i) / MICROS;
      }
    }
    return Arrays.copyOf(worth, n);
  }

  /** What the best day of the window was worth; 0 without one. */
  double bestDay() {
    long most = 0;
    for (int i = firstPurchase(); i < customer.purchaseDaysUntil(lastDay); i++) {
      most = Math.max(most, customer.purchaseDayMicros(i));
    }
    return most / MICROS;
  }

  private int orders(int from, int to) {
    int orders = 0;
    for (int i = from; i < to; i++) {
      orders += customer.purchaseDayOrders(i);
    }
    return orders;
  }

  private int returns(int from, int to) {
    int returns = 0;
    for (int i = from; i < to; i++) {
      returns += customer.returnDayReturns(i);
    }
    return returns;
  }

  private int firstPurchase() {
    return customer.purchaseDaysUntil(lastDay - days);
  }

  private int firstReturn() {
    return customer.returnDaysUntil(lastDay - days);
  }
}
