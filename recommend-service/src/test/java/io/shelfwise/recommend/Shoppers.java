package io.shelfwise.recommend;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Sequences;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import java.util.Map;

/** Training data of customers of whom a test tells the orders or the visits, one by one. */
public final class Shoppers {
  private final Interests.Builder interests = new Interests.Builder();
  private final Sequences.Builder groups = new Sequences.Builder();
  private int customers;
  private int newest;

  /** Adds an order, or a visit, of the customer who is ended next. */
  public Shoppers with(int minute, int... products) {
    for (int product : products) {
      groups.add(product);
    }
    groups.endGroup(minute);
    newest = Math.max(newest, minute);
    return this;
  }

  /** Ends a customer. */
  public Shoppers end() {
    interests.end("customer-" + customers++);
    groups.endCustomer();
    return this;
  }

  /** The data, of so many products, where the groups are both the orders and the visits. */
  public TrainingData data(int products) {
    Sequences built = groups.build();
    SparseMatrix none = SparseMatrix.empty(customers, products);
    return new TrainingData(
        interests.build(products), none, Map.of(Kind.PURCHASE, none), none, built, built, newest);
  }
}
