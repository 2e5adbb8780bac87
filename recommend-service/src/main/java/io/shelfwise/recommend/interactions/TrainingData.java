package io.shelfwise.recommend.interactions;

import java.util.EnumMap;
import java.util.Map;

/**
 * What trainers learn from: what the customers of a store did up to one moment. Immutable. Row
 * {@code c} of each matrix, and customer {@code c} of each sequence, is {@code
 * interests.customers().get(c)}; columns and products are the store's product numbers.
 *
 * @param interests how much interest each customer has in each product: what was done, weighed
 * @param aversions how much each customer turned against each product
 * @param counts how often each customer did something of one kind with each product; for views,
 *     additions to the cart, and purchases that were not all brought back
 * @param stars how many stars each customer gave each product
 * @param orders what each customer bought together
 * @param sessions what each customer looked at, laid into the cart or bought in one visit
 * @param now the minute of the newest event
 */
public record TrainingData(
    Interests interests,
    SparseMatrix aversions,
    Map<Kind, SparseMatrix> counts,
    SparseMatrix stars,
    Sequences orders,
    Sequences sessions,
    int now) {
  public TrainingData {
    counts = Map.copyOf(counts);
  }

  /** How often each customer did something of this kind with each product. */
  public SparseMatrix counts(Kind kind) {
    SparseMatrix of = counts.get(kind);
    return of == null ? SparseMatrix.empty(height(), width()) : of;
  }

  /** How many customers there are. */
  public int height() {
    return interests.matrix().height();
  }

  /** How many products there are. */
  public int width() {
    return interests.matrix().width();
  }

  /**
   * That of customers of whom nothing is known but which products they are interested in: each has
   * bought all of them together, once.
   */
  public static TrainingData of(Interests interests) {
    SparseMatrix matrix = interests.matrix();
    Sequences.Builder together = new Sequences.Builder();
    for (int row = 0; row < matrix.height(); row++) {
      for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
        together.add(matrix.columns()[e]);
      }
      together.endGroup(0);
      together.endCustomer();
    }
    Sequences orders = together.build();
    SparseMatrix none = SparseMatrix.empty(matrix.height(), matrix.width());
    return new TrainingData(
        interests, none, Map.of(Kind.PURCHASE, matrix.ones()), none, orders, orders, 0);
  }

  /** Collects what customers did, customer after customer. */
  static final class Builder {
    private final Interests.Builder interests = new Interests.Builder();
    private final SparseMatrix.Builder aversions = new SparseMatrix.Builder();
    private final Map<Kind, SparseMatrix.Builder> counts = new EnumMap<>(Kind.class);
    private final SparseMatrix.Builder stars = new SparseMatrix.Builder();
    private final Sequences.Builder orders = new Sequences.Builder();
    private final Sequences.Builder sessions = new Sequences.Builder();
    private final InterestWeights weights;
    private final double least;
    private final int pause;
    private final int now;

    /**
     * Nothing yet.
     *
     * @param least the least interest that counts
     * @param pause how many minutes a visit lies still at most
     * @param now the minute of the newest event
     */
    Builder(InterestWeights weights, double least, int pause, int now) {
      this.weights = weights;
      this.least = least;
      this.pause = pause;
      this.now = now;
      counts.put(Kind.VIEW, new SparseMatrix.Builder());
      counts.put(Kind.CART_ADDITION, new SparseMatrix.Builder());
      counts.put(Kind.PURCHASE, new SparseMatrix.Builder());
    }

    /** Adds what a customer did, with all products but one. */
    void add(String customer, History history, Trail trail, int withheld) {
      history.interests(weights, least, withheld, now, interests);
      history.aversions(weights, withheld, now, aversions);
      history.counts(withheld, counts);
      history.stars(withheld, stars);
      Trails.orders(trail, orders);
      Trails.sessions(trail, pause, sessions);
      interests.end(customer);
      counts.values().forEach(SparseMatrix.Builder::endRow);
      aversions.endRow();
      stars.endRow();
      orders.endCustomer();
      sessions.endCustomer();
    }

    TrainingData build(int productCount) {
      Map<Kind, SparseMatrix> built = new EnumMap<>(Kind.class);
      counts.forEach((kind, matrix) -> built.put(kind, matrix.build(productCount)));
      return new TrainingData(
          interests.build(productCount),
          aversions.build(productCount),
          built,
          stars.build(productCount),
          orders.build(),
          sessions.build(),
          now);
    }
  }
}
