package io.shelfwise.recommend.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.factors.FactorSettings.Solver;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Sequences;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Even customers give even products five stars and odd ones two; odd customers the other way round.
 * Products below ten get one star less from everyone. Everyone has rated about a half.
 */
class RatingRecommenderTest {
  private static final int CUSTOMERS = 200;
  private static final int PRODUCTS = 60;

  private final RatingTrainer trainer =
      new RatingTrainer(
          new FactorSettings(Feedback.EXPLICIT, 8, 10, new Solver(1), 0, 0.02, 1, 1), 3);
  private final RatingModel model = trainer.train(data(), Watch.NONE);

  @Test
  void customersAreProposedWhatTheyWouldRateBest() {
    assertThat(propose(model, likesEven(), 20))
        .hasSize(20)
        .allMatch(proposal -> proposal.product() % 2 == 0 && proposal.product() >= 10);
    assertThat(propose(model, likesOdd(), 20))
        .allMatch(proposal -> proposal.product() % 2 == 1 && proposal.product() >= 10);
  }

  @Test
  void theScoreIsTheStarsThatAreExpected() {
    for (Proposal proposal : propose(model, likesEven(), 20)) {
      assertThat(proposal.score()).isCloseTo(5, within(0.3));
    }
  }

  @Test
  void theEvidenceAddsUpToTheScore() {
    for (Proposal proposal : propose(model, likesEven(), 20)) {
      double sum = proposal.evidence().stream().mapToDouble(Evidence::weight).sum();
      assertThat(sum).isCloseTo(proposal.score(), within(1e-6));
      assertThat(proposal.evidence())
          .anyMatch(evidence -> evidence instanceof Evidence.FromProduct);
    }
  }

  @Test
  void aPageIsNotAnsweredWithWhatTheCustomerLikesBestOfAll() {
    Query page = Query.of(likesEven(), "newcomer", false, _ -> true);
    assertThat(model.recommender().propose(page, 20, new Scratch())).isEmpty();
  }

  /** One customer alone had rated the last product, and best of all. */
  @Test
  void whatFewerThanThreeHaveRatedIsNotLearnedOf() {
    assertThat(propose(model, rated(Map.of(20, 5, 30, 5, PRODUCTS, 5)), 2 * PRODUCTS))
        .isNotEmpty()
        .noneMatch(proposal -> proposal.product() == PRODUCTS)
        .flatExtracting(Proposal::evidence)
        .noneMatch(
            evidence ->
                evidence instanceof Evidence.FromProduct from && from.product() == PRODUCTS);
  }

  @Test
  void whoHasRatedNothingIsProposedNothing() {
    assertThat(propose(model, Taste.of(3, 5), 20)).isEmpty();
  }

  @Test
  void aSnapshotAnswersAsTheModelDid() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    RatingModel read =
        trainer.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(propose(read, likesEven(), 20)).isEqualTo(propose(model, likesEven(), 20));
  }

  @Test
  void theNewestStarsChangeTheNextAnswer() {
    assertThat(propose(model, rated(Map.of(20, 5, 30, 5, 21, 2)), 10))
        .allMatch(proposal -> proposal.product() % 2 == 0);
    assertThat(propose(model, rated(Map.of(20, 2, 30, 2, 21, 5)), 10))
        .allMatch(proposal -> proposal.product() % 2 == 1);
  }

  private static Taste likesEven() {
    return rated(Map.of(10, 5, 20, 5, 30, 5, 11, 2, 21, 2, 31, 2));
  }

  private static Taste likesOdd() {
    return rated(Map.of(10, 2, 20, 2, 30, 2, 11, 5, 21, 5, 31, 5));
  }

  /** That of someone who gave these stars to products, by their numbers. */
  private static Taste rated(Map<Integer, Integer> stars) {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(100, 100));
    for (int product = 0; product <= PRODUCTS; product++) {
      store.add(new Interaction("all", "product-" + product, Kind.VIEW, 0, 1));
    }
    stars.forEach(
        (product, given) ->
            store.add(new Interaction("newcomer", "product-" + product, Kind.RATING, 1, given)));
    return store.taste("newcomer", InterestWeights.USUAL);
  }

  private static List<Proposal> propose(RatingModel model, Taste taste, int count) {
    return model
        .recommender()
        .propose(Query.of(taste, "newcomer", true, _ -> true), count, new Scratch());
  }

  private static TrainingData data() {
    Random random = Chance.random();
    List<String> customers = new ArrayList<>();
    SparseMatrix.Builder stars = new SparseMatrix.Builder();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      customers.add("customer-" + customer);
      for (int product = 0; product < PRODUCTS; product++) {
        if (random.nextBoolean()) {
          boolean likes = product % 2 == customer % 2;
          stars.add(product, (likes ? 5 : 2) - (product < 10 ? 1 : 0));
        }
      }
      if (customer == 0) {
        stars.add(PRODUCTS, 5);
      }
      stars.endRow();
    }
    Sequences none = new Sequences.Builder().build();
    return new TrainingData(
        new Interests(customers, SparseMatrix.empty(CUSTOMERS, PRODUCTS + 1)),
        SparseMatrix.empty(CUSTOMERS, PRODUCTS + 1),
        Map.of(),
        stars.build(PRODUCTS + 1),
        none,
        none,
        0);
  }
}
