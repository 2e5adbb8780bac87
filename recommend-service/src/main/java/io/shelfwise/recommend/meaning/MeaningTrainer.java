package io.shelfwise.recommend.meaning;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.HashMap;
import java.util.Map;

/**
 * Learns what texts are about by latent semantic analysis: a word of a text weighs
 *
 * <pre>
 * ln(1 + count) · (1 + Σ over the texts of p · ln p / ln n),   p = count / count in all texts
 * </pre>
 *
 * <p>so that a word that stands everywhere alike weighs nothing; the texts are brought to one
 * length, and the directions in which they differ most are the meanings.
 *
 * @param dimensions how many directions are looked for
 * @param seed where chance begins
 * @see <a
 *     href="https://doi.org/10.1002/(SICI)1097-4571(199009)41:6%3C391::AID-ASI1%3E3.0.CO;2-9">Deerwester
 *     et al.: Indexing by latent semantic analysis, 1990</a>
 * @see <a href="https://doi.org/10.3758/BF03203370">Dumais: Improving the retrieval of information
 *     from external sources, 1991</a>
 */
public record MeaningTrainer(int dimensions, long seed) {
  /** As long as a vector in Lucene may be. */
  private static final int MOST_DIMENSIONS = 1024;

  /** What the weight of a word that stands everywhere alike may be by rounding. */
  private static final double ROUNDING = 1e-9;

  public MeaningTrainer {
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("dimensions: " + dimensions + " (expected: 1 to 1024)");
    }
  }

  /** Learns from texts; there must be at least one, with at least one word. */
  public MeaningModel train(Corpus corpus) {
    SparseMatrix counts = corpus.counts();
    float[] weights = weights(counts);
    DenseRows directions = RightSubspace.of(weighted(counts, weights), dimensions, seed);
    Map<String, Integer> words = new HashMap<>(2 * corpus.words().size());
    for (int word = 0; word < corpus.words().size(); word++) {
      words.put(corpus.words().get(word), word);
    }
    return new MeaningModel(words, weights, directions);
  }

  private static float[] weights(SparseMatrix counts) {
    double[] all = new double[counts.width()];
    for (int e = 0; e < counts.entries(); e++) {
      all[counts.columns()[e]] += counts.values()[e];
    }
    double[] entropies = new double[counts.width()];
    for (int e = 0; e < counts.entries(); e++) {
      double part = counts.values()[e] / all[counts.columns()[e]];
      entropies[counts.columns()[e]] += part * Math.log(part);
    }
    double most = Math.log(Math.max(2, counts.height()));
    float[] weights = new float[counts.width()];
    for (int word = 0; word < weights.length; word++) {
      double weight = 1 + entropies[word] / most;
      weights[word] = weight > ROUNDING ? (float) weight : 0;
    }
    return weights;
  }

  private static SparseMatrix weighted(SparseMatrix counts, float[] weights) {
    float[] values = new float[counts.entries()];
    for (int text = 0; text < counts.height(); text++) {
      double squares = 0;
      for (int e = counts.starts()[text]; e < counts.starts()[text + 1]; e++) {
        values[e] = MeaningModel.weight(counts.values()[e], weights[counts.columns()[e]]);
        squares += (double) values[e] * values[e];
      }
      if (squares > 0) {
        float length = (float) Math.sqrt(squares);
        for (int e = counts.starts()[text]; e < counts.starts()[text + 1]; e++) {
          values[e] /= length;
        }
      }
    }
    return new SparseMatrix(counts.width(), counts.starts(), counts.columns(), values);
  }
}
