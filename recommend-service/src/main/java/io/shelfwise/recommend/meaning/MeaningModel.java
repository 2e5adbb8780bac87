package io.shelfwise.recommend.meaning;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Map;
import java.util.Optional;

/**
 * Places texts among the meanings that were learned: two texts are alike in meaning as the cosine
 * of the angle between their vectors is near 1, whether or not they share a word.
 */
public final class MeaningModel {
  private final Map<String, Integer> words;
  private final float[] weights;
  private final DenseRows directions;

  MeaningModel(Map<String, Integer> words, float[] weights, DenseRows directions) {
    this.words = words;
    this.weights = weights;
    this.directions = directions;
  }

  static float weight(double count, float weight) {
    return (float) (Math.log(1 + count) * weight);
  }

  /** How long the vectors are; 0 if no word tells one text from another. */
  public int dimensions() {
    return directions.width();
  }

  /**
   * Where a text stands, at a length of 1; empty if none of its words tells anything.
   *
   * @param counts how often each text has each word, of the words that were learned from
   * @param text the text's row
   */
  public Optional<float[]> place(SparseMatrix counts, int text) {
    float[] place = new float[directions.width()];
    for (int e = counts.starts()[text]; e < counts.starts()[text + 1]; e++) {
      add(place, counts.columns()[e], counts.values()[e]);
    }
    return atLengthOne(place);
  }

  /**
   * Where a text stands, at a length of 1; empty if none of its words tells anything.
   *
   * @param counts how often it has each word
   */
  public Optional<float[]> place(Map<String, Integer> counts) {
    float[] place = new float[directions.width()];
    counts.forEach(
        (word, count) -> {
          Integer number = words.get(word);
          if (number != null) {
            add(place, number, count);
          }
        });
    return atLengthOne(place);
  }

  private void add(float[] place, int word, double count) {
    float weight = weight(count, weights[word]);
    Floats.addScaled(weight, directions.values(), word * place.length, place, 0, place.length);
  }

  private static Optional<float[]> atLengthOne(float[] place) {
    double squares = 0;
    for (float each : place) {
      squares += (double) each * each;
    }
    if (!(squares > 0)) {
      return Optional.empty();
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < place.length; i++) {
      place[i] /= length;
    }
    return Optional.of(place);
  }
}
