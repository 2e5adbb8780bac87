package io.shelfwise.recommend.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import java.util.Arrays;
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
    NeighborsModel model = model(interests(likes), Neighborhood.ofAll(40, 2));
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
    NeighborsModel model = model(interests(likes), Neighborhood.ofAll(10, 1));

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
    NeighborsModel model = model(interests(likes), Neighborhood.ofAll(1, 2));

    List<Proposal> proposals =
        model
            .recommender()
            .propose(Query.of(Taste.of(0, 1), "", false, product -> product > 1), 10, scratch);

    assertThat(proposals).extracting(Proposal::product).containsExactly(2);
  }

  @Test
  void whatTooFewNeighboursLikeIsNotProposed() {
    // All have 0; two have 1, one has 2.
    double[][] likes = {{1, 1, 0}, {1, 1, 0}, {1, 0, 1}};
    Neighborhood ofTwo = new Neighborhood(10, 1, Integer.MAX_VALUE, 2);
    Query query = Query.of(Taste.of(0), "", false, product -> product > 0);

    List<Proposal> proposals =
        model(interests(likes), ofTwo).recommender().propose(query, 10, scratch);

    assertThat(proposals).extracting(Proposal::product).containsExactly(1);
    assertThat(proposals.getFirst().evidence())
        .filteredOn(Evidence.FromCustomers.class::isInstance)
        .extracting(evidence -> ((Evidence.FromCustomers) evidence).count())
        .containsExactly(2);
  }

  /** Where neighbours are looked for among one customer of each product, it is the same one. */
  @Test
  void theFirstCustomersOfAProductAreLookedAt() {
    double[][] likes = {{1, 1, 1, 0}, {1, 1, 0, 1}};
    Neighborhood amongOne = new Neighborhood(10, 1, 1, 1);
    Query query = Query.of(Taste.of(0, 1), "", false, product -> product > 1);

    assertThat(model(interests(likes), amongOne).recommender().propose(query, 10, scratch))
        .extracting(Proposal::product)
        .containsExactly(2);
  }

  /**
   * The first three customers of product 1 have nothing else, the three others have 0 and 2 too.
   * Whoever brought 1 back is like them by 0 alone, however few customers are looked at.
   */
  @Test
  void whatWasBroughtBackCountsAgainstThoseTooWhoAreNotLookedAtForIt() {
    double[][] likes = {{0, 1, 0}, {0, 1, 0}, {0, 1, 0}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
    NeighborsRecommender amongThree =
        new NeighborsRecommender(model(interests(likes), new Neighborhood(10, 1, 3, 1)));
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.CART_ADDITION, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.RETURN, 0, 1));
    assertThat(amongThree.propose(about(store), 10, scratch)).isEmpty();

    store.add(new Interaction("ann", "p0", Kind.PURCHASE, 0, 1));
    List<Proposal> proposals = amongThree.propose(about(store), 10, scratch);
    double similarity = (1.0 - 0.5) / (Math.hypot(1, 0.5) * Math.sqrt(3));
    assertThat(proposals).hasSize(1);
    assertThat(proposals.getFirst().product()).isEqualTo(2);
    assertThat(proposals.getFirst().score()).isCloseTo(3 * similarity, within(1e-6));
    assertThat(proposals.getFirst().evidence().stream().mapToDouble(Evidence::weight).sum())
        .isCloseTo(proposals.getFirst().score(), within(1e-6));
  }

  private static Query about(StoreInteractions store) {
    Taste taste = store.taste("ann", InterestWeights.USUAL);
    return Query.of(taste, "ann", true, product -> product > 1);
  }

  @Test
  void aPurchaseSpeaksForItselfWhereItMayComeAgain() {
    double[][] likes = {{1, 1, 0}, {1, 0, 1}, {1, 1, 1}};
    Attention again = new Attention(10, Double.POSITIVE_INFINITY, 0.5);
    Neighborhood three = new Neighborhood(10, 1, 10, 3);
    NeighborsModel model =
        NeighborsModel.of(interests(likes), new CosineSimilarity(), three, again);
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 0, 1));
    Taste taste = store.taste("ann", InterestWeights.USUAL);

    List<Proposal> proposals =
        model.recommender().propose(Query.of(taste, "ann", true, _ -> true), 10, scratch);

    double says = IntStream.range(0, 3).mapToDouble(i -> cosine(likes[i], new int[] {0, 1})).sum();
    assertThat(proposals).extracting(Proposal::product).containsExactly(0, 1);
    // All three have 0; too few have 1, so that it is due to the purchase alone.
    assertThat(proposals.getFirst().score()).isCloseTo(says + 0.5 * says, within(1e-6));
    assertThat(proposals.getLast().score()).isCloseTo(0.5 * says, within(1e-6));
    assertThat(proposals.getLast().evidence())
        .containsExactly(new Evidence.FromProduct(1, proposals.getLast().score()));
  }

  /** Of more products than are followed, the others are told as the neighbours'. */
  @Test
  void ofALongTasteTheEvidenceStillAddsUp() {
    double[][] likes = new double[30][60];
    Random random = Chance.random();
    for (double[] customer : likes) {
      Arrays.setAll(customer, product -> random.nextInt(3) == 0 ? 1 : 0);
      customer[0] = 1;
    }
    Query query =
        Query.of(Taste.of(IntStream.range(0, 40).toArray()), "", false, product -> product >= 40);

    List<Proposal> proposals =
        model(interests(likes), Neighborhood.ofAll(10, 2)).recommender().propose(query, 5, scratch);

    assertThat(proposals).hasSize(5);
    for (Proposal proposal : proposals) {
      assertThat(proposal.evidence()).hasSize(Evidence.MOST);
      assertThat(proposal.evidence().stream().mapToDouble(Evidence::weight).sum())
          .isCloseTo(proposal.score(), within(1e-9));
    }
  }

  @Test
  void aTasteThatNoOneSharesHasNoNeighbours() {
    NeighborsModel model = model(interests(new double[][] {{1, 0}}), Neighborhood.ofAll(10, 2));

    assertThat(
            model
                .recommender()
                .propose(Query.of(Taste.of(1, 99), "", true, product -> true), 10, scratch))
        .isEmpty();
  }

  private static NeighborsModel model(Interests interests, Neighborhood neighborhood) {
    return NeighborsModel.of(interests, new CosineSimilarity(), neighborhood, Attention.TO_ALL);
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
