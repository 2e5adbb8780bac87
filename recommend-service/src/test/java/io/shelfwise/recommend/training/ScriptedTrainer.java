package io.shelfwise.recommend.training;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns which products most customers like, as long as it is told to make sense; can be had to
 * wait or to fail.
 */
final class ScriptedTrainer implements Trainer<ScriptedTrainer.Ranking> {
  volatile boolean nonsense;
  volatile @Nullable RuntimeException thrown;
  volatile String setting = "one";
  volatile CountDownLatch gate = new CountDownLatch(0);
  final CountDownLatch entered = new CountDownLatch(1);

  /** Products, the best first. */
  record Ranking(List<Integer> products) implements Model {
    @Override
    public Recommender recommender() {
      return (query, count, scratch) -> {
        List<Proposal> proposals = new ArrayList<>();
        for (int product : products) {
          if (proposals.size() < count && query.allowed().test(product)) {
            proposals.add(new Proposal(product, 1, List.of()));
          }
        }
        return proposals;
      };
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeInt(products.size());
      for (int product : products) {
        out.writeInt(product);
      }
    }
  }

  @Override
  public Ranking train(TrainingData data, Watch watch) {
    entered.countDown();
    watch.progress(0.5);
    while (gate.getCount() > 0) {
      watch.check();
      Thread.onSpinWait();
    }
    RuntimeException error = thrown;
    if (error != null) {
      throw error;
    }
    SparseMatrix byProduct = data.interests().matrix().transposed();
    Comparator<Integer> most =
        Comparator.comparingInt(
            product -> byProduct.starts()[product + 1] - byProduct.starts()[product]);
    List<Integer> ranking =
        IntStream.range(0, byProduct.height()).boxed().sorted(most.reversed()).toList();
    return new Ranking(nonsense ? ranking.reversed() : ranking);
  }

  @Override
  public Ranking read(DataInputStream in) throws IOException {
    List<Integer> products = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      products.add(in.readInt());
    }
    return new Ranking(products);
  }

  /** As the settings file would have them. */
  Map<String, String> settings() {
    return Map.of("setting", setting);
  }
}
