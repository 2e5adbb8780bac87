package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import java.util.Arrays;

/**
 * Customers are similar by what they are interested in: with the taste {@code t} of who asks and
 * the interests {@code x_v} of customer {@code v}, {@code t·x_v / (|t| |x_v|)}.
 */
public record CosineSimilarity() implements Similarity {
  @Override
  public SparseMatrix likes(TrainingData data) {
    return data.interests().matrix();
  }

  @Override
  public Comparison with(SparseMatrix likes, SparseMatrix byProduct, int most) {
    return new Cosines(byProduct, inverseNorms(likes), most);
  }

  private static float[] inverseNorms(SparseMatrix likes) {
    float[] inverse = new float[likes.height()];
    for (int row = 0; row < inverse.length; row++) {
      double squares = 0;
      for (int e = likes.starts()[row]; e < likes.starts()[row + 1]; e++) {
        squares += (double) likes.values()[e] * likes.values()[e];
      }
      inverse[row] = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    }
    return inverse;
  }

  /** The customers, found by the products that they like. */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  private record Cosines(SparseMatrix byProduct, float[] inverseNorms, int most)
      implements Comparison {
    @Override
    public double[] weights(Query query, Attention attention) {
      Taste taste = query.taste();
      double[] weights = new double[attention.length(taste)];
      Arrays.setAll(weights, i -> attention.weight(taste, i));
      return weights;
    }

    @Override
    public void findNearest(Query query, double[] weights, int self, int size, Scratch scratch) {
      Scores dots = scratch.customers;
      dots.reset();
      double squares = 0;
      for (int i = 0; i < weights.length; i++) {
        squares += weights[i] * weights[i];
        int product = query.taste().product(i);
        if (product < byProduct.height()) {
          int from = byProduct.starts()[product];
          int to = from + Math.min(most, byProduct.starts()[product + 1] - from);
          dots.addAll(byProduct.columns(), byProduct.values(), from, to, weights[i]);
        }
      }
      query.checkTime();
      dots.multiply(inverseNorms, 1 / Math.sqrt(squares));
      scratch.neighbors.select(dots, size, row -> row != self);
    }
  }
}
