package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.mahout.math.stats.LogLikelihood;

/**
 * Finds, for each product, those that the same customers like more often than chance would have it.
 *
 * <p>Of {@code N} customers, {@code k11} like both products, {@code k12} the first only, {@code
 * k21} the second only and {@code k22} neither. The weight of the pair is the log-likelihood ratio
 * of this table against independence, {@code 2 · (H(rows) + H(columns) − H(table))} with
 * unnormalised entropies {@code H}; it is large where there is much evidence, not where there is a
 * large quotient of small numbers. Pairs that meet less often than chance have no weight.
 *
 * @see <a href="https://aclanthology.org/J93-1003/">Dunning (1993), Accurate methods for the
 *     statistics of surprise and coincidence</a>
 */
public final class CooccurrenceTrainer implements Trainer<CooccurrenceModel> {
  private final Settings settings;
  private final Attention attention;

  /**
   * A trainer with these settings.
   *
   * @param attention what is listened to
   */
  public CooccurrenceTrainer(Settings settings, Attention attention) {
    this.settings = settings;
    this.attention = attention;
  }

  /**
   * How to train.
   *
   * @param related how many products to keep for each product
   * @param leastTogether how many customers must like both products of a pair
   */
  public record Settings(int related, int leastTogether) {
    public Settings {
      if (related < 1) {
        throw new IllegalArgumentException("related: " + related + " (expected: >= 1)");
      }
      if (leastTogether < 1) {
        throw new IllegalArgumentException(
            "least-together: " + leastTogether + " (expected: >= 1)");
      }
    }
  }

  @Override
  public CooccurrenceModel train(TrainingData data, Watch watch) {
    SparseMatrix byCustomer = data.interests().matrix();
    SparseMatrix byProduct = byCustomer.transposed();
    Row[] rows = new Row[byProduct.height()];
    ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            product -> {
              watch.check();
              rows[product] = row(product, byCustomer, byProduct, rooms.get());
            });
    return CooccurrenceModel.of(stack(rows), attention);
  }

  @Override
  public CooccurrenceModel read(DataInputStream in) throws IOException {
    return CooccurrenceModel.of(SparseMatrix.read(in), attention);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("trainer", settings.toString(), "attention", attention.toString());
  }

  private Row row(int product, SparseMatrix byCustomer, SparseMatrix byProduct, Room room) {
    room.together.reset();
    for (int e = byProduct.starts()[product]; e < byProduct.starts()[product + 1]; e++) {
      int customer = byProduct.columns()[e];
      for (int f = byCustomer.starts()[customer]; f < byCustomer.starts()[customer + 1]; f++) {
        room.together.add(byCustomer.columns()[f], 1);
      }
    }
    long likeThis = degree(byProduct, product);
    room.best.reset(settings.related());
    for (int i = 0; i < room.together.count(); i++) {
      int other = room.together.number(i);
      long both = (long) room.together.get(other);
      if (other != product && both >= settings.leastTogether()) {
        double weight = weight(both, likeThis, degree(byProduct, other), byCustomer.height());
        if (weight > 0 && room.best.beats(other, weight)) {
          room.best.add(other, weight);
        }
      }
    }
    room.best.sort();
    return Row.of(room.best);
  }

  private static int degree(SparseMatrix byProduct, int product) {
    return byProduct.starts()[product + 1] - byProduct.starts()[product];
  }

  /**
   * The weight of a pair that {@code both} of {@code all} customers like; 0 if chance would have it
   * as often.
   */
  static double weight(long both, long likeOne, long likeOther, long all) {
    if (both * all <= likeOne * likeOther) {
      return 0;
    }
    return LogLikelihood.logLikelihoodRatio(
        both, likeOne - both, likeOther - both, all - likeOne - likeOther + both);
  }

  private static SparseMatrix stack(Row[] rows) {
    int[] starts = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      starts[i + 1] = starts[i] + rows[i].products().length;
    }
    int[] products = new int[starts[rows.length]];
    float[] weights = new float[products.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i].products(), 0, products, starts[i], rows[i].products().length);
      System.arraycopy(rows[i].weights(), 0, weights, starts[i], rows[i].weights().length);
    }
    return new SparseMatrix(rows.length, starts, products, weights);
  }

  /** Room for a thread to work in. */
  private static final class Room {
    private final Scores together = new Scores();
    private final Best best = new Best();
  }

  /** The products that are kept for a product, best first. */
  @SuppressWarnings("ArrayRecordComponent") // lives until the rows are stacked
  private record Row(int[] products, float[] weights) {
    static Row of(Best best) {
      int[] products = new int[best.size()];
      float[] weights = new float[best.size()];
      Arrays.setAll(products, best::number);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) best.score(i);
      }
      return new Row(products, weights);
    }
  }
}
