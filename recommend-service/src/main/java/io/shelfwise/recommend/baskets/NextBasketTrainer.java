package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Sequences;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;

/** Sums up every customer's orders; there is nothing to fit. */
public final class NextBasketTrainer implements Trainer<NextBasketModel> {
  private final NextBasketBlend blend;

  /** A trainer with these settings. */
  public NextBasketTrainer(NextBasketBlend blend) {
    this.blend = blend;
  }

  @Override
  public NextBasketModel train(TrainingData data, Watch watch) {
    Sequences orders = data.orders();
    Interests.Builder frequencies = new Interests.Builder();
    Scores sums = new Scores();
    for (int customer = 0; customer < orders.customers(); customer++) {
      watch.check();
      sums.reset();
      int from = orders.customerStarts()[customer];
      int to = orders.customerStarts()[customer + 1];
      for (int order = from; order < to; order++) {
        double weight = blend.decay().weight(to - 1 - order, to - from);
        for (int i = orders.starts()[order]; i < orders.starts()[order + 1]; i++) {
          sums.add(orders.products()[i], weight);
        }
      }
      for (int product = sums.next(0); product >= 0; product = sums.next(product + 1)) {
        frequencies.add(product, sums.get(product));
      }
      frequencies.end(data.interests().customers().get(customer));
    }
    return new NextBasketModel(frequencies.build(data.width()), blend);
  }

  @Override
  public NextBasketModel read(DataInputStream in) throws IOException {
    return new NextBasketModel(Interests.read(in), blend);
  }
}
