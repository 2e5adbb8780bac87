package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.CommonRatings;
import io.shelfwise.recommend.model.Places;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;

/**
 * Customers are similar by how they rate: by the correlation of the stars that both gave to the
 * same products, each customer's told as the difference to the customer's own mean, and the less
 * similar the fewer such products there are.
 *
 * <pre>
 * s_v = Σ c_i c_vi / √(Σ c_i² · Σ c_vi²) · n / (n + shrink)      over the n products i that both rated
 * c_vi = stars_vi − mean stars of v
 * </pre>
 *
 * <p>A neighbour speaks for what it rates above its mean, and against what it rates below. On a
 * product's page, that product counts as one that is liked.
 *
 * @param shrink at how many common products a correlation counts half; 0: it counts in full at once
 * @see <a href="https://doi.org/10.1145/312624.312682">Herlocker et al. (1999), An algorithmic
 *     framework for performing collaborative filtering</a>
 */
public record PearsonSimilarity(double shrink) implements Similarity {
  public PearsonSimilarity {
    if (!(shrink >= 0)) {
      throw new IllegalArgumentException("shrink: " + shrink + " (expected: >= 0)");
    }
  }

  @Override
  public SparseMatrix likes(TrainingData data) {
    SparseMatrix stars = data.stars();
    float[] centered = new float[stars.entries()];
    for (int row = 0; row < stars.height(); row++) {
      int from = stars.starts()[row];
      int to = stars.starts()[row + 1];
      double sum = 0;
      for (int e = from; e < to; e++) {
        sum += stars.values()[e];
      }
      for (int e = from; e < to; e++) {
        centered[e] = (float) (stars.values()[e] - sum / (to - from));
      }
    }
    return new SparseMatrix(stars.width(), stars.starts(), stars.columns(), centered);
  }

  @Override
  public Comparison with(SparseMatrix likes, SparseMatrix byProduct, int most) {
    return new Correlations(likes, byProduct, most, shrink);
  }

  /** The customers, found by the products that they rated. */
  private record Correlations(SparseMatrix likes, SparseMatrix byProduct, int most, double shrink)
      implements Comparison {
    @Override
    public double[] weights(Query query, Attention attention) {
      Taste taste = query.taste();
      double[] weights = new double[attention.length(taste)];
      double sum = 0;
      int rated = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += taste.stars(i);
        rated += taste.stars(i) > 0 ? 1 : 0;
      }
      for (int i = 0; i < weights.length; i++) {
        double centered = taste.stars(i) > 0 ? taste.stars(i) - sum / rated : 0;
        weights[i] = query.history() ? centered : 1;
      }
      return weights;
    }

    @Override
    public void findNearest(Query query, double[] weights, int self, int size, Scratch scratch) {
      CommonRatings common = scratch.ratings;
      common.reset();
      boolean cut = false;
      for (int i = 0; i < weights.length; i++) {
        int product = query.taste().product(i);
        if (tells(query, i) && product < byProduct.height()) {
          int from = byProduct.starts()[product];
          int to = from + Math.min(most, byProduct.starts()[product + 1] - from);
          cut |= to < byProduct.starts()[product + 1];
          common.addAll(byProduct.columns(), byProduct.values(), from, to, weights[i]);
        }
      }
      query.checkTime();
      Best nearest = scratch.neighbors;
      nearest.reset(size);
      for (int i = 0; i < common.count(); i++) {
        int row = common.customer(i);
        double similarity = common.correlation(row, shrink);
        if (similarity > 0 && nearest.beats(row, similarity) && row != self) {
          nearest.add(row, similarity);
        }
      }
      nearest.sort();
      if (cut) {
        compareInFull(query, weights, scratch);
      }
    }

    /** Whether the i-th product of the taste was rated, or is on the page that is asked about. */
    private static boolean tells(Query query, int i) {
      return !query.history() || query.taste().stars(i) > 0;
    }

    /** Compares the nearest by all that they rated, beyond the first customers of a product. */
    private void compareInFull(Query query, double[] weights, Scratch scratch) {
      Places speaking = scratch.speaking;
      speaking.reset();
      for (int i = 0; i < weights.length; i++) {
        speaking.add(query.taste().product(i));
      }
      CommonRatings common = scratch.ratings;
      common.reset();
      scratch.neighbors.rescore(
          row -> {
            for (int e = likes.starts()[row]; e < likes.starts()[row + 1]; e++) {
              int i = speaking.of(likes.columns()[e]);
              if (i >= 0 && tells(query, i)) {
                common.add(row, likes.values()[e], weights[i]);
              }
            }
            return common.correlation(row, shrink);
          });
    }
  }
}
