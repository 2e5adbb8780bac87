package io.shelfwise.recommend.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Shoppers;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
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
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsRecommenderTest {
  private static final int PRODUCTS = 6;
  private static final double DECAY = 1;
  private static final double FOCUS = 2;
  private static final double BEFORE = 0.5;
  private static final double RARITY = 1;

  private static SessionNearness nearness(int sample, int neighbors, int customers) {
    return new SessionNearness(
        sample, neighbors, DECAY, FOCUS, BEFORE, RARITY, false, 30, customers);
  }

  private static List<Proposal> propose(SessionsModel model, String customer, int... visit) {
    Query query = Query.of(Taste.NONE, Trail.ofViews(0, visit), customer, true, product -> true, 0);
    return model.recommender().propose(query, 10, new Scratch());
  }

  private static SessionsModel train(SessionNearness nearness, TrainingData data) {
    return new SessionsTrainer(nearness).train(data, Watch.NONE);
  }

  @Test
  void scoresAreThoseOfTheEquation() {
    TrainingData data =
        new Shoppers()
            .with(1, 0, 1, 2)
            .end()
            .with(2, 3, 1)
            .end()
            .with(3, 4, 5)
            .end()
            .data(PRODUCTS);

    List<Proposal> proposals = propose(train(nearness(10, 10, 1), data), "", 0, 1);

    // The visit 0, 1 weighs .5 and 1.
    double length = Math.sqrt(0.25 + 1);
    double first = (0.5 + 1) / (length * Math.sqrt(3));
    double second = 1 / (length * Math.sqrt(2));
    double rare = 3; // one of three visits came by each of them
    assertThat(proposals).extracting(Proposal::product).containsExactly(2, 3);
    assertThat(proposals.get(0).score()).isCloseTo(first * rare, within(1e-6));
    assertThat(proposals.get(1).score()).isCloseTo(second * BEFORE * rare, within(1e-6));
    assertThat(proposals.get(0).evidence())
        .containsExactly(
            new Evidence.FromProduct(1, proposals.get(0).evidence().get(0).weight()),
            new Evidence.FromProduct(0, proposals.get(0).evidence().get(1).weight()),
            new Evidence.FromCustomers(1, proposals.get(0).evidence().get(2).weight()));
    assertThat(proposals.get(0).evidence().get(0).weight())
        .isCloseTo(2.0 / 3 * first * rare, within(1e-6));
  }

  @Test
  void whatLiesFurtherFromWhatWasMetCountsLess() {
    TrainingData data = new Shoppers().with(1, 0, 1, 2).end().data(PRODUCTS);

    List<Proposal> proposals = propose(train(nearness(10, 10, 1), data), "", 0);

    assertThat(proposals).extracting(Proposal::product).containsExactly(1, 2);
    assertThat(proposals.get(1).score() / proposals.get(0).score()).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void whatVisitsOfTooFewCustomersShowIsNotTold() {
    TrainingData data =
        new Shoppers()
            .with(1, 0, 1)
            .with(100, 0, 2)
            .with(200, 0, 2)
            .with(300, 0, 2)
            .end()
            .with(1, 0, 1)
            .end()
            .data(PRODUCTS);

    assertThat(propose(train(nearness(10, 10, 2), data), "", 0))
        .extracting(Proposal::product)
        .containsExactly(1);
    assertThat(propose(train(nearness(10, 10, 3), data), "", 0)).isEmpty();
  }

  /** Where what came before says nothing, whoever came by it before is no one who speaks for it. */
  @Test
  void whoseVisitSaysNothingIsNotCounted() {
    TrainingData data =
        new Shoppers().with(1, 1, 0).end().with(2, 1, 0).end().with(3, 0, 1).end().data(PRODUCTS);

    assertThat(propose(train(nearness(10, 10, 3), data), "", 0))
        .extracting(Proposal::product)
        .containsExactly(1);
    SessionNearness deaf = new SessionNearness(10, 10, DECAY, FOCUS, 0, RARITY, false, 30, 3);
    assertThat(propose(train(deaf, data), "", 0)).isEmpty();
  }

  @Test
  void theCustomersOwnVisitsDoNotSpeak() {
    TrainingData data = new Shoppers().with(1, 0, 1).end().with(1, 0, 2).end().data(PRODUCTS);
    SessionsModel model = train(nearness(10, 10, 1), data);

    assertThat(propose(model, "customer-0", 0)).extracting(Proposal::product).containsExactly(2);
  }

  @Test
  void ofManyVisitsToAProductTheNewestAreKept() {
    TrainingData data =
        new Shoppers()
            .with(10, 0, 1)
            .end()
            .with(30, 0, 3)
            .end()
            .with(20, 0, 2)
            .end()
            .data(PRODUCTS);

    assertThat(propose(train(nearness(2, 10, 1), data), "", 0))
        .extracting(Proposal::product)
        .containsExactly(2, 3);
  }

  @Test
  void aProductThatNoOneHasSeenSaysNothing() {
    TrainingData data = new Shoppers().with(1, 0, 1).end().data(PRODUCTS);
    SessionsModel model = train(nearness(10, 10, 1), data);

    assertThat(propose(model, "", 5)).isEmpty();
    assertThat(propose(model, "", 99)).isEmpty();
    assertThat(propose(model, "")).isEmpty();
  }

  @Test
  void visitsAreReadAsTheyWereWritten() throws IOException {
    TrainingData data =
        new Shoppers()
            .with(1, 0, 1, 2)
            .end()
            .with(2, 3, 1)
            .end()
            .with(3, 4, 1)
            .end()
            .data(PRODUCTS);
    SessionsTrainer trainer = new SessionsTrainer(nearness(2, 10, 1));
    SessionsModel model = trainer.train(data, Watch.NONE);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    model.write(new DataOutputStream(written));

    SessionsModel read =
        trainer.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));

    assertThat(propose(read, "customer-1", 1))
        .isEqualTo(propose(model, "customer-1", 1))
        .isNotEmpty();
  }
}
