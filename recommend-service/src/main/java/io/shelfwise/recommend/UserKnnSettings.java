package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.neighbors.Neighborhood;
import io.shelfwise.recommend.neighbors.NeighborsTrainer;
import java.time.Duration;

/**
 * How {@code user-knn} works.
 *
 * @param neighbors how many neighbours a customer has at most
 * @param power to which power a neighbour's similarity is its say
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.user-knn")
public record UserKnnSettings(
    int neighbors, double power, int historyLength, Duration halfLife, double again) {

  NeighborsTrainer trainer() {
    return new NeighborsTrainer(
        new Neighborhood(neighbors, power), new Attention(historyLength, Days.of(halfLife), again));
  }
}
