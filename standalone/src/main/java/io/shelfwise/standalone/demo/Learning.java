package io.shelfwise.standalone.demo;

import io.shelfwise.recommender.v1.GetTrainingRequest;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc.RecommenderServiceBlockingStub;
import io.shelfwise.recommender.v1.TrainRecommendersRequest;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.standalone.process.Standalone;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Progress;
import io.shelfwise.value.v1.FitValueModelRequest;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Makes the services learn from all that is in the log: the recommenders, one after the other, and
 * the value models beside them.
 */
final class Learning {
  private static final Duration POLL = Duration.ofMillis(50);

  /** After so many polls it is asked again whether it is enough, whatever has been learned. */
  private static final int PATIENCE = 10;

  private final RecommenderServiceBlockingStub recommenders;
  private final CompletableFuture<ValueModel> fitting;
  private Training training;

  private Learning(
      RecommenderServiceBlockingStub recommenders,
      CompletableFuture<ValueModel> fitting,
      Training training) {
    this.recommenders = recommenders;
    this.fitting = fitting;
    this.training = training;
  }

  /**
   * Begins.
   *
   * @param store {@code stores/{store}}
   */
  static Learning begin(Standalone standalone, String store) {
    RecommenderServiceBlockingStub recommenders =
        RecommenderServiceGrpc.newBlockingStub(standalone.recommend());
    return new Learning(
        recommenders,
        CompletableFuture.supplyAsync(() -> fit(standalone, store)),
        recommenders.trainRecommenders(
            TrainRecommendersRequest.newBuilder().setParent(store).build()));
  }

  private static ValueModel fit(Standalone standalone, String store) {
    return ValueServiceGrpc.newBlockingStub(standalone.value())
        .fitValueModel(FitValueModelRequest.newBuilder().setName(store + "/valueModel").build());
  }

  /**
   * Waits until the value models are fitted, and either enough recommenders have learned or all.
   *
   * @param enough asked whenever one more has learned
   */
  void awaitEnough(BooleanSupplier enough, Progress progress) {
    try {
      ValueModel _ = fitting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
    await(enough, progress);
  }

  /** Waits until all recommenders have learned. */
  void awaitAll(Progress progress) {
    await(() -> false, progress);
  }

  /** How many recommenders have not learned yet. */
  int left() {
    return training.getRecommendersCount() - training.getDoneCount();
  }

  private void await(BooleanSupplier enough, Progress progress) {
    Progress.Part learned = progress.part("recommenders", left());
    for (int polls = 1; isRunning(); polls++) {
      pause();
      int newly = refresh(learned);
      if (newly > 0 || polls % PATIENCE == 0) {
        boolean isEnough = enough.getAsBoolean();
        // Looked at once more, so that what was enough is among what has learned.
        refresh(learned);
        if (isEnough) {
          break;
        }
      }
    }
    if (!isRunning() && training.getState() != Training.State.STATE_SUCCEEDED) {
      throw new CommandFailure("the recommenders could not learn; the log says why");
    }
  }

  /** Looks at the training, and tells how many recommenders have learned since it last did. */
  private int refresh(Progress.Part learned) {
    int before = left();
    training =
        recommenders.getTraining(
            GetTrainingRequest.newBuilder().setName(training.getName()).build());
    learned.add(before - left());
    return before - left();
  }

  private boolean isRunning() {
    return training.getState() == Training.State.STATE_RUNNING
        || training.getState() == Training.State.STATE_CANCELLING;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted while learning", e);
    }
  }
}
