package io.shelfwise.recommend.neighbors.items;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * The {@link Cosine}, where a customer counts for a product as a document counts for a word in
 * BM25: the less, the more other products the customer likes.
 *
 * <pre>
 * y_uj = x_uj · (K1 + 1) / (K1 · (1 − B + B · |u| / mean |u|) + x_uj)
 * </pre>
 *
 * <p>{@code |u|} is the sum of the customer's interests. BM25's weight of the word itself is the
 * same for all customers of a product and cancels out in the cosine.
 *
 * @param k1 how much more a strong interest counts than a weak one: the larger, the more; &gt; 0
 * @param b how much it counts against a customer to like many products: 0, not at all, to 1
 * @see <a href="https://doi.org/10.1561/1500000019">Robertson, Zaragoza (2009), The probabilistic
 *     relevance framework: BM25 and beyond</a>
 */
public record Bm25(double k1, double b) implements Likeness {
  public Bm25 {
    if (!(k1 > 0)) {
      throw new IllegalArgumentException("k1: " + k1 + " (expected: > 0)");
    }
    if (!(b >= 0 && b <= 1)) {
      throw new IllegalArgumentException("b: " + b + " (expected: 0 to 1)");
    }
  }

  @Override
  public Comparison compare(SparseMatrix interests) {
    return new Cosine().compare(weighted(interests));
  }

  @Override
  public boolean keepsWhatSpeaksForEach() {
    return true;
  }

  private SparseMatrix weighted(SparseMatrix interests) {
    float[] values = interests.values();
    int[] starts = interests.starts();
    double[] lengths = Sums.ofRows(interests);
    double mean = Sums.mean(lengths);
    float[] weighted = new float[values.length];
    for (int row = 0; row < lengths.length; row++) {
      double dampening = k1 * (1 - b + b * lengths[row] / mean);
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        weighted[e] = (float) (values[e] * (k1 + 1) / (dampening + values[e]));
      }
    }
    return new SparseMatrix(interests.width(), starts, interests.columns(), weighted);
  }
}
