package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.neighbors.CosineSimilarity;
import io.shelfwise.recommend.neighbors.Neighborhood;
import io.shelfwise.recommend.neighbors.NeighborsTrainer;
import io.shelfwise.recommend.neighbors.PearsonSimilarity;
import java.time.Duration;

/**
 * How {@code user-knn} works.
 *
 * @param similarity what makes customers similar
 * @param shrink at how many products that both rated a correlation counts half
 * @param neighbors how many neighbours a customer has at most
 * @param power to which power a neighbour's similarity is its say
 * @param mostCustomers among how many customers of a product neighbours are looked for
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.user-knn")
public record UserKnnSettings(
    Similarity similarity,
    double shrink,
    int neighbors,
    double power,
    int mostCustomers,
    int historyLength,
    Duration halfLife,
    double again) {

  /** What makes customers similar. */
  public enum Similarity {
    /** The cosine of what they are interested in. */
    COSINE,
    /** The correlation of their ratings. */
    PEARSON
  }

  NeighborsTrainer trainer(PrivacySettings privacy) {
    return new NeighborsTrainer(
        switch (similarity) {
          case COSINE -> new CosineSimilarity();
          case PEARSON -> new PearsonSimilarity(shrink);
        },
        new Neighborhood(neighbors, power, mostCustomers, privacy.leastCustomers()),
        new Attention(historyLength, Days.of(halfLife), again));
  }
}
