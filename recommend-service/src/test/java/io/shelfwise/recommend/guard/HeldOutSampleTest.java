package io.shelfwise.recommend.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.HoldOut;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Lesson;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Withheld;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.store.HeldOutMeasures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldOutSampleTest {
  private static final int DAY = 24 * 60;
  private static final HoldOut ALL = new HoldOut(1, 1000, 1, 7);

  private final StoreInteractions shop =
      new StoreInteractions(new StoreInteractions.Reach(10, 100));

  @BeforeEach
  void fill() {
    for (String customer : List.of("ann", "bob")) {
      buy(customer, "cup", 1);
      buy(customer, "plate", 2);
    }
    buy("eve", "cup", 1);
  }

  @Test
  void theNewestOfAtLeastTwoProductsIsWithheld() {
    Lesson lesson = lesson();

    int plate = shop.products().find("plate");
    assertThat(lesson.withheld())
        .containsExactly(new Withheld("ann", plate), new Withheld("bob", plate));
    assertThat(lesson.data().interests().matrix().columns()).doesNotContain(plate);
    assertThat(lesson.data().counts(Kind.PURCHASE).columns()).doesNotContain(plate);
    assertThat(lesson.data().orders().products()).doesNotContain(plate);
    assertThat(lesson.data().sessions().products()).doesNotContain(plate);
  }

  @Test
  void aModelIsJudgedByWhereItRanksWhatWasWithheld() {
    HeldOutSample sample = HeldOutSample.of(lesson(), shop, InterestWeights.USUAL);
    int plate = shop.products().find("plate");

    // The customers know the cup, of which is asked as if it were the only product they knew.
    Recommender second =
        (query, count, scratch) -> {
          assertThat(count).isEqualTo(20);
          assertThat(query.taste().size()).isEqualTo(1);
          assertThat(query.trail().size()).isEqualTo(1);
          assertThat(query.allowed().test(shop.products().find("cup"))).isFalse();
          assertThat(query.allowed().test(plate)).isTrue();
          return query.customer().equals("ann")
              ? List.of(proposal(plate + 1), proposal(plate))
              : List.of();
        };
    HeldOutMeasures measures = sample.judge(second, Watch.NONE).measures();

    assertThat(measures.customers()).isEqualTo(2);
    assertThat(measures.hitRate20()).isEqualTo(0.5);
    assertThat(measures.ndcg10()).isCloseTo(Math.log(2) / Math.log(3) / 2, within(1e-12));
  }

  @Test
  void aProductBehindTheTenthPlaceIsAHitWithoutGain() {
    HeldOutSample sample = HeldOutSample.of(lesson(), shop, InterestWeights.USUAL);
    int plate = shop.products().find("plate");

    HeldOutMeasures measures =
        sample
            .judge(
                (query, count, scratch) ->
                    IntStream.range(0, 11)
                        .map(i -> i == 10 ? plate : 100 + i)
                        .mapToObj(HeldOutSampleTest::proposal)
                        .toList(),
                Watch.NONE)
            .measures();

    assertThat(measures.hitRate20()).isEqualTo(1);
    assertThat(measures.ndcg10()).isZero();
  }

  /** A customer who is chosen stays chosen, and about the part that was asked for is. */
  @Test
  void whoIsChosenDependsOnTheIdAndTheSeedAlone() {
    for (int i = 0; i < 2000; i++) {
      buy("c" + i, "cup", 1);
      buy("c" + i, "plate", 2);
    }
    HoldOut tenth = new HoldOut(0.1, 1000, 20, 1);
    List<String> few = chosen(tenth);
    assertThat(few).hasSizeBetween(140, 260);
    assertThat(chosen(tenth)).isEqualTo(few);
    assertThat(chosen(new HoldOut(0.1, 1000, 20, 2))).isNotEqualTo(few);

    // As the store grows, no one is chosen who was not.
    for (int i = 2000; i < 4000; i++) {
      buy("c" + i, "cup", 1);
      buy("c" + i, "plate", 2);
    }
    HoldOut bounded = new HoldOut(0.1, 200, 20, 1);
    assertThat(chosen(bounded)).hasSizeBetween(140, 260).isSubsetOf(chosen(tenth));
  }

  @Test
  void aStoreThatIsTooSmallIsNotJudgedBy() {
    assertThat(HeldOutSample.of(lesson(), shop, InterestWeights.USUAL).isEmpty()).isFalse();
    Lesson whole = shop.lesson(InterestWeights.USUAL, 0.1, 30, new HoldOut(0.5, 1000, 20, 7));

    assertThat(whole.withheld()).isEmpty();
    assertThat(whole.data().interests().matrix().entries()).isEqualTo(5);
  }

  private List<String> chosen(HoldOut holdOut) {
    return shop.lesson(InterestWeights.USUAL, 0.1, 30, holdOut).withheld().stream()
        .map(Withheld::customer)
        .toList();
  }

  private Lesson lesson() {
    return shop.lesson(InterestWeights.USUAL, 0.1, 30, ALL);
  }

  private void buy(String customer, String product, int day) {
    shop.add(new Interaction(customer, product, Kind.PURCHASE, day * DAY, 1));
  }

  private static Proposal proposal(int product) {
    return new Proposal(product, 1, List.of());
  }
}
