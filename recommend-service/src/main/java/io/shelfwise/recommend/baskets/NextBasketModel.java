package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Recommender;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How often every customer buys what, lately more than long ago: a row a customer. */
public final class NextBasketModel implements Model {
  private final Interests frequencies;
  private final Recommender recommender;

  /** The model of these frequencies. */
  NextBasketModel(Interests frequencies, NextBasketBlend blend) {
    this.frequencies = frequencies;
    SparseMatrix matrix = frequencies.matrix();
    float[] norms = new float[matrix.height()];
    Map<String, Integer> rows = HashMap.newHashMap(matrix.height());
    for (int row = 0; row < norms.length; row++) {
      double squares = 0;
      for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
        squares += (double) matrix.values()[e] * matrix.values()[e];
      }
      norms[row] = (float) Math.sqrt(squares);
      rows.put(frequencies.customers().get(row), row);
    }
    this.recommender = new NextBasketRecommender(matrix, matrix.transposed(), norms, rows, blend);
  }

  @Override
  public Recommender recommender() {
    return recommender;
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    frequencies.write(out);
  }
}
