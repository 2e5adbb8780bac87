package io.shelfwise.recommend.baskets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuyAgainRecommenderTest {
  private static final double SHAPE = 2;
  private static final double EXPOSURE = 100;
  private static final double INTERVALS = 4;
  private static final double PERIOD = 30;
  private static final BuyAgainTrainer TRAINER =
      new BuyAgainTrainer(new RepeatPrior(SHAPE, EXPOSURE, INTERVALS, PERIOD));

  private final Buyers shop =
      new Buyers()
          .buys("ann", 0, "tea", "lamp")
          .buys("ann", 20, "tea")
          .buys("ann", 40, "tea")
          .buys("bob", 10, "lamp")
          .buys("cem", 100, "soap");

  /** Tea comes again twice in 100 days, a lamp never in 190; soap was only just bought. */
  @Test
  void scoresAreTheProbabilitiesOfTheEquation() {
    double rate = (2.0 + 1) / (100 + 190 + 365);
    double interval = (40.0 + 365) / (2 + 1);
    double rateOfTea = (2 + EXPOSURE * rate) / (100 + EXPOSURE);
    double intervalOfTea = (40 + INTERVALS * interval) / (2 + INTERVALS);

    List<Proposal> proposals =
        shop.ask(TRAINER.train(shop.data(), Watch.NONE).recommender(), "ann");

    // 60 days have passed; between three purchases and one of the product lie this many.
    double usual = (40 + intervalOfTea) / 3;
    double waited = 60 < 2 * usual ? 2 * Math.abs(usual - 60) : 60;
    double expected = (2 + SHAPE) / (40 + waited + SHAPE / rateOfTea);
    Proposal tea = proposals.getFirst();
    assertThat(proposals).extracting(shop::id).containsExactly("tea", "lamp");
    assertThat(tea.score()).isCloseTo(1 - Math.exp(-expected * PERIOD), within(1e-6));
    assertThat(tea.evidence()).containsExactly(new Evidence.FromHabit(3, 20, 60, tea.score()));
  }

  @Test
  void theProbabilityGrowsUntilTheProductIsDueAndDeclinesWhenItIsOverdue() {
    Recommender recommender = TRAINER.train(shop.data(), Watch.NONE).recommender();
    Buyers later = new Buyers();
    for (int day = 0; day <= 200; day += 20) {
      later.buys("eve", day, "tea");
    }
    double just = score(recommender, later, 201);
    double due = score(recommender, later, 225);
    double overdue = score(recommender, later, 400);

    assertThat(due).isGreaterThan(just).isGreaterThan(overdue);
  }

  /** The probability after a day on which someone else makes time go on. */
  private static double score(Recommender recommender, Buyers buyers, int day) {
    buyers.buys("anyone", day, "salt");
    return buyers.ask(recommender, "eve").getFirst().score();
  }

  @Test
  void onlyWhatWasBoughtIsProposedAndAtOnce() {
    Recommender recommender = TRAINER.train(shop.data(), Watch.NONE).recommender();
    assertThat(shop.ask(recommender, "dan")).isEmpty();

    shop.buys("dan", 101, "newcomer");

    assertThat(shop.ask(recommender, "dan")).extracting(shop::id).containsExactly("newcomer");
  }

  @Test
  void theModelIsReadAsItWasWritten() throws IOException {
    BuyAgainModel model = TRAINER.train(shop.data(), Watch.NONE);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    model.write(new DataOutputStream(written));

    BuyAgainModel read =
        TRAINER.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));

    assertThat(shop.ask(read.recommender(), "ann"))
        .isEqualTo(shop.ask(model.recommender(), "ann"))
        .isNotEmpty();
  }
}
