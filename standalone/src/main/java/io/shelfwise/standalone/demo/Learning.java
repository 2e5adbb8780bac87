package io.shelfwise.standalone.demo;

import io.shelfwise.recommender.v1.GetTrainingRequest;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc.RecommenderServiceBlockingStub;
import io.shelfwise.recommender.v1.TrainRecommendersRequest;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.standalone.process.Standalone;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.value.v1.FitValueModelRequest;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Makes the services learn from all that is in the log: the recommenders and the value models side
 * by side.
 *
 * @param standalone the services
 * @param store {@code stores/{store}}
 */
record Learning(Standalone standalone, String store) {
  private static final Duration POLL = Duration.ofMillis(20);

  /** Waits until all have learned; how much the value models were fitted to. */
  ValueModel run() {
    CompletableFuture<ValueModel> fitting = CompletableFuture.supplyAsync(this::fit);
    train();
    try {
      return fitting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  private ValueModel fit() {
    return ValueServiceGrpc.newBlockingStub(standalone.value())
        .fitValueModel(FitValueModelRequest.newBuilder().setName(store + "/valueModel").build());
  }

  private void train() {
    RecommenderServiceBlockingStub recommenders =
        RecommenderServiceGrpc.newBlockingStub(standalone.recommend());
    Training training =
        recommenders.trainRecommenders(
            TrainRecommendersRequest.newBuilder().setParent(store).build());
    while (training.getState() == Training.State.STATE_RUNNING) {
      pause();
      training =
          recommenders.getTraining(
              GetTrainingRequest.newBuilder().setName(training.getName()).build());
    }
    if (training.getState() != Training.State.STATE_SUCCEEDED) {
      throw new CommandFailure("the recommenders could not learn; the log says why");
    }
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
