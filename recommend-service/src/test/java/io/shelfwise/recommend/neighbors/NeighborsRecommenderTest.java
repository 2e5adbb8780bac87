package io.shelfwise.recommend.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighborsRecommenderTest {
  private final Scratch scratch = new Scratch();

  /**
   * Scores are those of the definition, worked out customer by customer, and evidence adds up to
   * them.
   */
  @Test
  void scoresAreThoseOfTheDefinition() {
    long seed = 1994;
    Random random = new Random(seed);
    int products = 30;
    double[][] likes = new double[40][products];
    for (double[] customer : likes) {
      for (int product = 0; product < products; product++) {
        customer[product] = random.nextInt(4) == 0 ? 0.5 + 0.5 * random.nextInt(2) : 0;
      }
      customer[0] = 1;
    }
    NeighborsModel model =
        NeighborsModel.of(interests(likes), new Neighborhood(40, 2), Attention.TO_ALL);
    int[] taste = {0, 3, 7, 11};

    // All customers are neighbours, so that which are near does not matter.
    List<Proposal> proposals =
        model
            .recommender()
            .propose(Query.of(Taste.of(taste), "", false, product -> product > 11), 5, scratch);

    assertThat(proposals).hasSize(5);
    for (Proposal proposal : proposals) {
      double expected = 0;
      for (double[] customer : likes) {
        expected += Math.pow(cosine(customer, taste), 2) * customer[proposal.product()];
      }
      assertThat(proposal.score()).as("seed %d", seed).isCloseTo(expected, within(1e-5));
      assertThat(proposal.evidence().stream().mapToDouble(Evidence::weight).sum())
          .isCloseTo(proposal.score(), within(1e-9));
    }
  }

  @Test
  void neighboursAreCountedAndTheProductsTheyShareAreTold() {
    // ann and bob have 0 and 1; only bob has 2. eve has nothing to do with them.
    double[][] likes = {{1, 1, 0, 0}, {1, 1, 1, 0}, {0, 0, 0, 1}};
    NeighborsModel model =
        NeighborsModel.of(interests(likes), new Neighborhood(10, 1), Attention.TO_ALL);

    List<Proposal> proposals =
        model
            .recommender()
            .propose(Query.of(Taste.of(0, 1), "c0", false, product -> product > 1), 10, scratch);

    double similarity = 2 / (Math.sqrt(2) * Math.sqrt(3));
    assertThat(proposals).hasSize(1);
    Proposal proposal = proposals.getFirst();
    assertThat(proposal.product()).isEqualTo(2);
    assertThat(proposal.score()).isCloseTo(similarity, within(1e-6));
    assertThat(proposal.evidence())
        .anySatisfy(
            evidence ->
                assertThat(evidence)
                    .isInstanceOfSatisfying(
                        Evidence.FromCustomers.class,
                        from -> assertThat(from.count()).isEqualTo(1)))
        .filteredOn(Evidence.FromProduct.class::isInstance)
        .allSatisfy(
            evidence -> assertThat(evidence.weight()).isCloseTo(similarity / 2, within(1e-6)));
  }

  @Test
  void onlyTheNearestHaveASay() {
    // The first shares both products, the second only one.
    double[][] likes = {{1, 1, 1, 0}, {1, 0, 0, 1}};
    NeighborsModel model =
        NeighborsModel.of(interests(likes), new Neighborhood(1, 2), Attention.TO_ALL);

    List<Proposal> proposals =
        model
            .recommender()
            .propose(Query.of(Taste.of(0, 1), "", false, product -> product > 1), 10, scratch);

    assertThat(proposals).extracting(Proposal::product).containsExactly(2);
  }

  @Test
  void aTasteThatNoOneSharesHasNoNeighbours() {
    NeighborsModel model =
        NeighborsModel.of(
            interests(new double[][] {{1, 0}}), new Neighborhood(10, 2), Attention.TO_ALL);

    assertThat(
            model
                .recommender()
                .propose(Query.of(Taste.of(1, 99), "", true, product -> true), 10, scratch))
        .isEmpty();
  }

  private static double cosine(double[] customer, int[] taste) {
    double dot = IntStream.of(taste).mapToDouble(product -> customer[product]).sum();
    double squares = 0;
    for (double like : customer) {
      squares += like * like;
    }
    return dot / Math.sqrt(taste.length * squares);
  }

  private static Interests interests(double[][] likes) {
    Interests.Builder interests = new Interests.Builder();
    for (int customer = 0; customer < likes.length; customer++) {
      for (int product = 0; product < likes[customer].length; product++) {
        if (likes[customer][product] > 0) {
          interests.add(product, likes[customer][product]);
        }
      }
      interests.end("c" + customer);
    }
    return interests.build(likes[0].length);
  }
}
