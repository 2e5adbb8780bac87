package io.shelfwise.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Shoppers;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesRecommenderTest {
  private static final int BREAD = 0;
  private static final int CHEESE = 1;
  private static final int WINE = 2;
  private static final int SOAP = 3;

  /** Of ten orders, five have bread, five cheese, four of them both, and three of those wine. */
  private final RulesModel model =
      new RulesTrainer(new RuleLimits(3, 0, 1, 0, 1, 0.1, 2, 1000, 10), Attention.TO_ALL)
          .train(
              new Shoppers()
                  .with(1, BREAD, CHEESE, WINE)
                  .with(2, BREAD, CHEESE, WINE)
                  .with(3, BREAD, CHEESE, WINE)
                  .with(4, BREAD, CHEESE)
                  .with(5, BREAD)
                  .end()
                  .with(6, CHEESE)
                  .with(7, SOAP)
                  .with(8, SOAP)
                  .with(9, SOAP)
                  .with(10, SOAP)
                  .end()
                  .data(4),
              Watch.NONE);

  private List<Proposal> propose(int... asked) {
    return model
        .recommender()
        .propose(
            Query.of(
                Taste.of(asked),
                "",
                false,
                product -> Arrays.stream(asked).noneMatch(one -> one == product)),
            10,
            new Scratch());
  }

  @Test
  void aRuleSpeaksWhenItsWholeConditionIsThere() {
    Proposal wine = propose(BREAD, CHEESE).getFirst();

    // Three of five orders with bread have wine, as with cheese; of those with both, three of four.
    double lift = 0.6 / 0.3;
    double liftOfBoth = 0.75 / 0.3;
    double ofOne = 0.6 * Math.log(1 + lift);
    double ofBoth = 0.75 * Math.log(1 + liftOfBoth) / 4;
    assertThat(wine.product()).isEqualTo(WINE);
    assertThat(wine.score()).isCloseTo(ofOne + ofOne + ofBoth, within(1e-6));
    assertThat(wine.evidence()).hasSize(3);
    Evidence.FromRule both = (Evidence.FromRule) wine.evidence().getLast();
    assertThat(both.products()).containsExactlyInAnyOrder(BREAD, CHEESE);
    assertThat(both.together()).isEqualTo(3);
    assertThat(both.confidence()).isCloseTo(0.75, within(1e-6));
    assertThat(both.lift()).isCloseTo(liftOfBoth, within(1e-6));
    assertThat(both.weight()).isCloseTo(ofBoth, within(1e-6));
  }

  @Test
  void aRuleOfWhichAPartIsMissingIsSilent() {
    Proposal wine = propose(BREAD, SOAP).getFirst();

    assertThat(wine.product()).isEqualTo(CHEESE);
    assertThat(propose(BREAD).stream().flatMap(one -> one.evidence().stream()))
        .allSatisfy(
            rule -> assertThat(((Evidence.FromRule) rule).products()).containsExactly(BREAD));
  }

  @Test
  void nothingIsKnownOfAProductThatIsInNoRule() {
    assertThat(propose(SOAP)).isEmpty();
    assertThat(propose(99)).isEmpty();
  }
}
