package io.shelfwise.recommend.meaning;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Random;

/**
 * The right singular vectors of a sparse matrix {@code A} that belong to its largest singular
 * values, by a randomised range finder with power iterations.
 *
 * <pre>
 * Ω Gaussian;   Z = Aᵀ A Ω, made orthonormal, and once more Z = Aᵀ A Z, as often as is asked for;
 * T = A Z,   Tᵀ T = W Λ Wᵀ,   V = Z W
 * </pre>
 *
 * <p>The cost is a few passes over the entries for each vector that is looked for: linear in the
 * size of the catalogue. The same seed gives the same vectors, bit for bit.
 *
 * @see <a href="https://doi.org/10.1137/090771806">Halko, Martinsson, Tropp: Finding structure with
 *     randomness, 2011, algorithms 4.4 and 5.1</a>
 */
final class RightSubspace {
  /** So many vectors more are carried along, so that the last of those asked for are good too. */
  private static final int OVERSAMPLING = 10;

  private static final int POWER_ITERATIONS = 2;

  private RightSubspace() {}

  /**
   * The vectors, as the columns of a matrix with a row for each column of {@code A}; fewer than
   * were asked for if there are no more, and none of a matrix that is 0.
   */
  static DenseRows of(SparseMatrix matrix, int count, long seed) {
    SparseMatrix transposed = matrix.transposed();
    int most = Math.min(matrix.height(), matrix.width());
    int width = Math.min(count + OVERSAMPLING, most);
    DenseRows vectors = DenseRows.zeros(matrix.width(), width);
    Random random = new Random(seed);
    for (int i = 0; i < vectors.values().length; i++) {
      vectors.values()[i] = (float) random.nextGaussian();
    }
    for (int pass = 0; pass <= POWER_ITERATIONS; pass++) {
      vectors = DenseRows.product(transposed, DenseRows.product(matrix, vectors));
      vectors = vectors.times(Spectrum.of(vectors.gram()).whitening());
      if (vectors.width() == 0) {
        return vectors;
      }
    }
    Spectrum spectrum = Spectrum.of(DenseRows.product(matrix, vectors).gram());
    return vectors.times(spectrum.largest(Math.min(count, most)));
  }
}
