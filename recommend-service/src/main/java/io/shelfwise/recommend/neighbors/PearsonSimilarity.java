package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.CommonRatings;
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
    return new Correlations(byProduct, most, shrink);
  }

  /** The customers, found by the products that they rated. */
  private record Correlations(SparseMatrix byProduct, int most, double shrink)
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
      for (int i = 0; i < weights.length; i++) {
        int product = query.taste().product(i);
        boolean told = !query.history() || query.taste().stars(i) > 0;
        if (told && product < byProduct.height()) {
          int from = byProduct.starts()[product];
          int to = from + Math.min(most, byProduct.starts()[product + 1] - from);
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
    }
  }
}
