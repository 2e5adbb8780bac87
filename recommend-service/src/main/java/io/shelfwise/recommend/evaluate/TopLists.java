package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.Proposal;
import java.util.Arrays;
import java.util.List;

/** The first so many products for each customer, with their scores: flat, a row a customer. */
public final class TopLists {
  /** Stands where a list has ended. */
  static final int NONE = -1;

  private final int width;
  private final int[] products;
  private final double[] scores;

  /** Lists that are empty yet. */
  public TopLists(int customers, int width) {
    this.width = width;
    this.products = new int[customers * width];
    this.scores = new double[customers * width];
    Arrays.fill(products, NONE);
  }

  /** Writes a customer's list; each by one thread only. */
  void put(int customer, List<Proposal> list) {
    int at = customer * width;
    for (Proposal proposal : list.subList(0, Math.min(width, list.size()))) {
      products[at] = proposal.product();
      scores[at++] = proposal.score();
    }
  }

  /** Writes a product at a place of a customer's list, from 0. */
  public void put(int customer, int place, int product, double score) {
    products[customer * width + place] = product;
    scores[customer * width + place] = score;
  }

  /** How long a list is at most. */
  public int width() {
    return width;
  }

  /** How long the list of a customer is. */
  public int size(int customer) {
    int size = 0;
    while (size < width && products[customer * width + size] != NONE) {
      size++;
    }
    return size;
  }

  /** The product at a place of a customer's list, from 0; {@link #NONE} if the list has ended. */
  public int product(int customer, int place) {
    return place < width ? products[customer * width + place] : NONE;
  }

  /** The score of the product at a place. */
  public double score(int customer, int place) {
    return scores[customer * width + place];
  }
}
