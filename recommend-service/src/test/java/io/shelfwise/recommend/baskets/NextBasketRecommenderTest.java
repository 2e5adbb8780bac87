package io.shelfwise.recommend.baskets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextBasketRecommenderTest {
  private static final double BETWEEN = 0.5;
  private static final double OWN = 0.3;

  /** Each order is a group of its own. */
  private static final BasketDecay DECAY = new BasketDecay(7, 1, BETWEEN);

  private final Buyers shop =
      new Buyers()
          .buys("ann", 0, "tea")
          .buys("ann", 10, "tea", "milk")
          .buys("bob", 5, "tea", "cake")
          .buys("cem", 5, "milk", "cake")
          .buys("dan", 5, "soap");

  private NextBasketModel train(int least) {
    return new NextBasketTrainer(new NextBasketBlend(DECAY, 10, OWN, least))
        .train(shop.data(), Watch.NONE);
  }

  @Test
  void scoresAreThoseOfTheEquation() {
    List<Proposal> proposals = shop.ask(train(1).recommender(), "ann");

    // Two orders: the newer counts 1 / 2, the older .5 / 2. Neighbours are bob and cem.
    double tea = OWN * (1 + BETWEEN) / 2 + (1 - OWN) * 1 / 2;
    double milk = OWN / 2 + (1 - OWN) * 1 / 2;
    double cake = (1 - OWN) * 2 / 2;
    assertThat(proposals).extracting(shop::id).containsExactly("cake", "tea", "milk");
    assertThat(proposals.get(0).score()).isCloseTo(cake, within(1e-6));
    assertThat(proposals.get(1).score()).isCloseTo(tea, within(1e-6));
    assertThat(proposals.get(2).score()).isCloseTo(milk, within(1e-6));
  }

  @Test
  void evidenceTellsTheHabitFromTheNeighbours() {
    Proposal tea = shop.ask(train(1).recommender(), "ann").get(1);

    double habit = OWN * (1 + BETWEEN) / 2;
    assertThat(tea.evidence()).hasSize(2);
    assertThat(tea.evidence())
        .anySatisfy(one -> assertThat(one).isEqualTo(new Evidence.FromHabit(2, 10, 0, habit)))
        .anySatisfy(
            one -> {
              assertThat(one).isInstanceOf(Evidence.FromCustomers.class);
              assertThat(((Evidence.FromCustomers) one).count()).isEqualTo(1);
              assertThat(one.weight()).isCloseTo(tea.score() - habit, within(1e-9));
            });
  }

  @Test
  void whoeverTurnedAgainstAProductIsNoNeighbourOfThoseWhoBuyIt() {
    Buyers rated = shop.rates("eve", 20, "tea", 1);

    assertThat(rated.ask(train(1).recommender(), "eve")).isEmpty();
  }

  @Test
  void whatTooFewNeighboursBuyIsNotTold() {
    List<Proposal> proposals = shop.ask(train(2).recommender(), "ann");

    // Cake is bought by two of them; of tea and milk only the habit is left.
    assertThat(proposals).extracting(shop::id).containsExactly("cake", "tea", "milk");
    assertThat(proposals.get(2).evidence())
        .containsExactly(new Evidence.FromHabit(1, 0, 0, OWN / 2));
  }

  @Test
  void theNewestOrderCountsWithoutTraining() {
    Recommender recommender = train(1).recommender();
    shop.buys("dan", 20, "tea");

    assertThat(shop.ask(recommender, "dan")).extracting(shop::id).contains("cake", "tea");
  }

  @Test
  void aCartHasNoHabits() {
    Query cart =
        Query.of(Taste.of(shop.number("tea")), "", false, product -> product != shop.number("tea"));

    List<Proposal> proposals = train(1).recommender().propose(cart, 10, new Scratch());

    assertThat(proposals).extracting(shop::id).containsExactly("cake", "milk");
    assertThat(proposals.stream().flatMap(one -> one.evidence().stream()))
        .allSatisfy(one -> assertThat(one).isInstanceOf(Evidence.FromCustomers.class));
  }

  @Test
  void whoHasBoughtNothingIsProposedNothing() {
    assertThat(shop.ask(train(1).recommender(), "eve")).isEmpty();
  }

  @Test
  void theModelIsReadAsItWasWritten() throws IOException {
    NextBasketModel model = train(1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    model.write(new DataOutputStream(written));

    NextBasketModel read =
        new NextBasketTrainer(new NextBasketBlend(DECAY, 10, OWN, 1))
            .read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));

    assertThat(shop.ask(read.recommender(), "ann"))
        .isEqualTo(shop.ask(model.recommender(), "ann"))
        .isNotEmpty();
  }
}
