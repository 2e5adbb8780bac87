package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.interactions.SparseMatrix;

/** What an observed entry of value {@code v} says: its weight and its target in the loss. */
public enum Feedback {
  /**
   * There was interest, or its opposite: {@code |v|} is the weight, and the target is 1 where
   * {@code v} is more than 0. Where it is less, it is the 0 of all that was not observed, with more
   * weight.
   */
  IMPLICIT {
    @Override
    float weight(float value) {
      return Math.abs(value);
    }

    @Override
    float target(float value) {
      return value > 0 ? 1 : 0;
    }

    @Override
    void residuals(SparseMatrix observed, int row, float[] entries) {
      int from = observed.starts()[row];
      int to = observed.starts()[row + 1];
      for (int e = from; e < to; e++) {
        float value = observed.values()[e];
        entries[e - from] = Math.max(value, 0) - Math.abs(value) * entries[e - from];
      }
    }

    @Override
    void weigh(SparseMatrix observed, int row, float[] entries) {
      int from = observed.starts()[row];
      int to = observed.starts()[row + 1];
      for (int e = from; e < to; e++) {
        entries[e - from] *= Math.abs(observed.values()[e]);
      }
    }

    @Override
    float squares(SparseMatrix observed, int row, float[] entries) {
      int from = observed.starts()[row];
      int to = observed.starts()[row + 1];
      float sum = 0;
      for (int e = from; e < to; e++) {
        sum += Math.abs(observed.values()[e]) * entries[e - from] * entries[e - from];
      }
      return sum;
    }
  },

  /** It was judged: the target is {@code v}, and the weight is 1. */
  EXPLICIT {
    @Override
    float weight(float value) {
      return 1;
    }

    @Override
    float target(float value) {
      return value;
    }

    @Override
    void residuals(SparseMatrix observed, int row, float[] entries) {
      int from = observed.starts()[row];
      int to = observed.starts()[row + 1];
      for (int e = from; e < to; e++) {
        entries[e - from] = observed.values()[e] - entries[e - from];
      }
    }

    @Override
    void weigh(SparseMatrix observed, int row, float[] entries) {
      // All weigh 1.
    }

    @Override
    float squares(SparseMatrix observed, int row, float[] entries) {
      int length = observed.starts()[row + 1] - observed.starts()[row];
      return Floats.dot(entries, 0, entries, 0, length);
    }
  };

  /** The weight of an entry of this value. */
  abstract float weight(float value);

  /** The target of an entry of this value. */
  abstract float target(float value);

  /**
   * Puts what predictions lack, times the weight of their entries, in their place.
   *
   * @param entries the predictions for the entries of the row
   */
  abstract void residuals(SparseMatrix observed, int row, float[] entries);

  /** Takes predictions for the entries of a row times the entries' weights. */
  abstract void weigh(SparseMatrix observed, int row, float[] entries);

  /** The sum of the squares of predictions for the entries of a row, times the entries' weights. */
  abstract float squares(SparseMatrix observed, int row, float[] entries);
}
