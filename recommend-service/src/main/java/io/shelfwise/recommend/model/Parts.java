package io.shelfwise.recommend.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The largest parts of each of many scores, with the products that they are due to. */
public final class Parts {
  private int[] products = new int[0];
  private double[] parts = new double[0];
  private int[] counts = new int[0];
  private int most;

  /** Empties it, to keep the largest {@code most} parts of each of {@code scores} scores. */
  public void reset(int scores, int most) {
    if (products.length < scores * most) {
      products = new int[scores * most];
      parts = new double[scores * most];
    }
    if (counts.length < scores) {
      counts = new int[scores];
    }
    Arrays.fill(counts, 0, scores, 0);
    this.most = most;
  }

  /** Offers a part of a score. */
  public void offer(int score, int product, double part) {
    int from = score * most;
    int at = from + counts[score];
    if (counts[score] < most) {
      counts[score]++;
    } else if (parts[--at] >= part) {
      return;
    }
    while (at > from && parts[at - 1] < part) {
      parts[at] = parts[at - 1];
      products[at] = products[at - 1];
      at--;
    }
    parts[at] = part;
    products[at] = product;
  }

  /** Adds to the part that is due to a product, if it is among those kept; else offers it. */
  public void merge(int score, int product, double part) {
    int from = score * most;
    for (int at = from; at < from + counts[score]; at++) {
      if (products[at] == product) {
        double merged = parts[at] + part;
        int length = from + --counts[score] - at;
        System.arraycopy(products, at + 1, products, at, length);
        System.arraycopy(parts, at + 1, parts, at, length);
        offer(score, product, merged);
        return;
      }
    }
    offer(score, product, part);
  }

  /** Adds what rounding left over to the largest part of a score, if any is kept. */
  public void round(int score, double left) {
    if (counts[score] > 0) {
      parts[score * most] += left;
    }
  }

  /** How many parts of a score are kept. */
  public int count(int score) {
    return counts[score];
  }

  /** The product of the i-th largest part of a score. */
  public int product(int score, int i) {
    return products[score * most + i];
  }

  /** The i-th largest part of a score. */
  public double part(int score, int i) {
    return parts[score * most + i];
  }

  /** The parts of a score as evidence, largest first. */
  public List<Evidence> evidence(int score) {
    List<Evidence> evidence = new ArrayList<>(counts[score] + 1);
    for (int i = 0; i < counts[score]; i++) {
      evidence.add(new Evidence.FromProduct(product(score, i), part(score, i)));
    }
    return evidence;
  }
}
