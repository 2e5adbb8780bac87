package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.training.TrainingOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How recommend-service runs.
 *
 * @param listen where gRPC is taken: {@code HOST:PORT}, port 0 for a free one
 * @param profileTarget where profile-service is
 * @param dataDirectory where the catalogue, the models and what was made of the log lie
 * @param snapshotEvery how often what was made of the log is written there
 * @param drain how long calls are answered after it has told that it will stop
 * @param deadline how long a call may take whose caller did not say
 * @param budget how long all recommenders together may take for an answer
 * @param trainEvery after what time a store is trained again, if anything has happened there
 * @param trainLook how often to look whether a store is to be trained
 * @param trainWait how long a training waits for the log to be taken in
 * @param trainFirst the names of the recommenders that are trained first, in this order
 */
@ConfigurationProperties("shelfwise.recommend")
public record RecommendSettings(
    String listen,
    String profileTarget,
    String dataDirectory,
    Duration snapshotEvery,
    Duration drain,
    Duration deadline,
    Duration budget,
    Duration trainEvery,
    Duration trainLook,
    Duration trainWait,
    List<String> trainFirst) {
  public RecommendSettings {
    requirePositive("snapshot-every", snapshotEvery);
    requirePositive("deadline", deadline);
    requirePositive("budget", budget);
    requirePositive("train-every", trainEvery);
    requirePositive("train-look", trainLook);
    requirePositive("train-wait", trainWait);
    trainFirst = List.copyOf(trainFirst);
    trainFirst.forEach(RecommendSettings::recommender);
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "shelfwise.recommend." + name + ": " + duration + " (expected: more than 0)");
    }
  }

  private static RecommenderName recommender(String name) {
    return RecommenderName.of(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "shelfwise.recommend.train-first: "
                        + name
                        + " (expected: one of "
                        + RecommenderName.all()
                        + ")"));
  }

  /** In which order the recommenders of a store are trained. */
  TrainingOrder trainingOrder() {
    return new TrainingOrder(trainFirst.stream().map(RecommendSettings::recommender).toList());
  }

  Path data(String name) {
    return Path.of(dataDirectory).resolve(name);
  }
}
