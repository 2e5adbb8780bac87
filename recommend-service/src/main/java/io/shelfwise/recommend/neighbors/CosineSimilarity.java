package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Places;
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
    return new Cosines(likes, byProduct, inverseNorms(likes), most);
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
  private record Cosines(SparseMatrix likes, SparseMatrix byProduct, float[] inverseNorms, int most)
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
      boolean cut = false;
      boolean against = false;
      for (int i = 0; i < weights.length; i++) {
        against |= weights[i] < 0;
        squares += weights[i] * weights[i];
        int product = query.taste().product(i);
        if (product < byProduct.height()) {
          int from = byProduct.starts()[product];
          int to = from + Math.min(most, byProduct.starts()[product + 1] - from);
          cut |= to < byProduct.starts()[product + 1];
          dots.addAll(byProduct.columns(), byProduct.values(), from, to, weights[i]);
        }
      }
      query.checkTime();
      double inverseNorm = 1 / Math.sqrt(squares);
      scratch.neighbors.select(dots, inverseNorms, inverseNorm, size, row -> row != self);
      if (cut && against) {
        Places speaking = scratch.speaking;
        speaking.reset();
        for (int i = 0; i < weights.length; i++) {
          speaking.add(query.taste().product(i));
        }
        scratch.neighbors.rescore(
            row -> dot(row, weights, speaking) * inverseNorm * inverseNorms[row]);
      }
    }

    /** What a customer likes times the taste, of which the products stand in their places. */
    private double dot(int row, double[] weights, Places speaking) {
      double dot = 0;
      for (int e = likes.starts()[row]; e < likes.starts()[row + 1]; e++) {
        int i = speaking.of(likes.columns()[e]);
        dot += i < 0 ? 0 : weights[i] * likes.values()[e];
      }
      return dot;
    }
  }
}
