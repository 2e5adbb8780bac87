package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.pairs.PairBounds;
import io.shelfwise.recommend.pairs.SharedCustomers;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, for each product, those that the same customers take more often than chance would have it,
 * and those that they look at or lay into the cart: each kind of action is an indicator of what is
 * taken, with a table of its own for each pair (cross-occurrence).
 *
 * <p>The weight of a pair is its {@link LogLikelihoodRatio}. Pairs that meet less often than chance
 * have no weight. What is looked at is no indicator of itself: whoever takes a product has, as a
 * rule, looked at it.
 *
 * @see <a href="https://aclanthology.org/J93-1003/">Dunning (1993), Accurate methods for the
 *     statistics of surprise and coincidence</a>
 */
public final class CooccurrenceTrainer implements Trainer<CooccurrenceModel> {
  private final int related;
  private final List<Sign> signs;
  private final PairBounds bounds;
  private final Attention attention;

  /**
   * A trainer with these settings.
   *
   * @param related how many products to keep for each product, of each kind
   * @param signs what counts besides what is taken
   * @param bounds what is looked at
   * @param attention what is listened to
   */
  public CooccurrenceTrainer(
      int related, List<Sign> signs, PairBounds bounds, Attention attention) {
    if (related < 1) {
      throw new IllegalArgumentException("related: " + related + " (expected: >= 1)");
    }
    this.related = related;
    this.signs = List.copyOf(signs);
    this.bounds = bounds;
    this.attention = attention;
  }

  @Override
  public CooccurrenceModel train(TrainingData data, Watch watch) {
    SparseMatrix taken = bounds.newest(Indicators.taken(data));
    int steps = 1 + signs.size();
    Companions companions = companions(taken, taken, watch.step(0, steps));
    Map<Kind, Companions> bySign = new EnumMap<>(Kind.class);
    for (int i = 0; i < signs.size(); i++) {
      Kind kind = signs.get(i).kind();
      SparseMatrix done = bounds.newest(data.counts(kind).ones());
      bySign.put(kind, companions(taken, done, watch.step(i + 1, steps)));
    }
    return new CooccurrenceModel(companions, bySign, signs, attention);
  }

  private Companions companions(SparseMatrix taken, SparseMatrix done, Watch watch) {
    int[] takers = Indicators.customers(taken);
    int[] doers = Indicators.customers(done);
    LogLikelihoodRatio ratio = new LogLikelihoodRatio(taken.height());
    return Companions.of(
        new SharedCustomers(taken, done, bounds)
            .best(
                related,
                (product, sign, together, _) -> {
                  long most = Math.min(takers[product], doers[sign]);
                  return ratio.of(
                      Math.min(most, Math.round(together)), takers[product], doers[sign]);
                },
                watch));
  }

  @Override
  public CooccurrenceModel read(DataInputStream in) throws IOException {
    return CooccurrenceModel.read(in, signs, attention);
  }
}
