package io.shelfwise.value.history;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import java.util.List;

/** A store to try things on: its customers do what a test says, on days counted from 1970. */
public final class Shop {
  private static final long DAY = 86_400_000;
  private static final long NOON = DAY / 2;

  private final Histories histories = new Histories();

  /** So many orders of a customer on a day, each worth so much. */
  public Shop buys(String customer, int day, double pounds, int orders) {
    for (int i = 0; i < orders; i++) {
      apply(new CustomerEvent.Order("shop", customer, at(day), "GBP", micros(pounds), 1));
    }
    return this;
  }

  /** An order of a customer on a day. */
  public Shop buys(String customer, int day, double pounds) {
    return buys(customer, day, pounds, 1);
  }

  /** An order of so many pieces. */
  public Shop buysPieces(String customer, int day, long pieces) {
    apply(new CustomerEvent.Order("shop", customer, at(day), "GBP", micros(1), pieces));
    return this;
  }

  /** A return of a customer on a day. */
  public Shop returns(String customer, int day, double pounds) {
    apply(new CustomerEvent.Refund("shop", customer, at(day), "GBP", micros(pounds)));
    return this;
  }

  /** A rating of a customer. */
  public Shop rates(String customer, int day, double stars) {
    apply(new CustomerEvent.Rating("shop", customer, at(day), stars));
    return this;
  }

  /** Time goes by until a day, at noon: somebody looks in. */
  public Shop until(int day) {
    apply(new CustomerEvent.Sign("shop", "passer-by", at(day)));
    return this;
  }

  private void apply(CustomerEvent event) {
    histories.apply(new LogPart(List.of(event), "", true));
  }

  private static long at(int day) {
    return day * DAY + NOON;
  }

  private static long micros(double pounds) {
    return Math.round(pounds * 1e6);
  }

  /** The store. */
  public StoreHistory store() {
    return histories.store("shop").orElseThrow();
  }

  /** One of its customers. */
  public CustomerHistory customer(String customer) {
    return store().customer(customer).orElseThrow();
  }
}
