package io.shelfwise.recommend.neighbors.items;

import io.shelfwise.recommend.interactions.SparseMatrix;

/**
 * Two products are as alike as the cosine of the angle between the interests that customers have in
 * them: {@code x_i·x_j / (|x_i| |x_j|)}.
 *
 * @see <a href="https://doi.org/10.1145/371920.372071">Sarwar et al. (2001), Item-based
 *     collaborative filtering recommendation algorithms</a>
 */
public record Cosine() implements Likeness {
  @Override
  public Comparison compare(SparseMatrix interests) {
    double[] norms = norms(interests);
    return new Comparison(interests, (row, column, _, dot) -> dot / (norms[row] * norms[column]));
  }

  @Override
  public boolean keepsWhatSpeaksForEach() {
    return true;
  }

  /** The Euclidean length of each column. */
  private static double[] norms(SparseMatrix matrix) {
    double[] norms = new double[matrix.width()];
    for (int e = 0; e < matrix.entries(); e++) {
      double value = matrix.values()[e];
      norms[matrix.columns()[e]] += value * value;
    }
    for (int column = 0; column < norms.length; column++) {
      norms[column] = Math.sqrt(norms[column]);
    }
    return norms;
  }
}
