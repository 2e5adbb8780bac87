package io.shelfwise.value.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.value.features.CustomerFeatures;
import io.shelfwise.value.features.Feature;
import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.ShopOfChance;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.numeric.UnfitException;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentExplainerTest {
  private static final FeatureTable TABLE = table(1_000);

  @Test
  void findsTheRuleByWhichAGroupWasMade() {
    Explanation explanation =
        explain(
            row ->
                row.value("orders").orElseThrow() >= 4
                    && row.value("recency-days").orElseThrow() < 31,
            3);

    assertThat(explanation.accuracy()).isGreaterThan(0.97);
    assertThat(explanation.recall()).isGreaterThan(0.9);
    assertThat(explanation.precision()).isGreaterThan(0.9);
    assertThat(explanation.baseline()).isLessThan(0.9);
    Rule rule = explanation.rules().getFirst();
    assertThat(rule.precision()).isGreaterThan(0.9);
    assertThat(rule.conditions())
        .extracting(condition -> condition.feature().name())
        .contains("recency-days");
    assertThat(rule.text())
        .matches("orders at least 4, and days since the last order less than .*");
  }

  /** Either many orders or much spend: two rules. */
  @Test
  void tellsSeveralWaysIn() {
    Explanation explanation =
        explain(
            row ->
                row.value("mean-stars").orElseThrow() >= 4
                    || row.value("category-share:Cups").orElseThrow() >= 0.8,
            3);

    assertThat(explanation.rules()).hasSizeGreaterThan(1);
    assertThat(explanation.rules())
        .isSortedAccordingTo((a, b) -> Long.compare(b.customers(), a.customers()));
    assertThat(explanation.accuracy()).isGreaterThan(0.95);
  }

  /** The tree is grown on 7,000 of 10,000 who are drawn. */
  @Test
  void aRuleIsCountedAmongAllCustomersOfALargeStore() {
    FeatureTable large = table(14_000, 200);
    Set<String> inside = members(large, row -> row.value("orders").orElseThrow() >= 2);

    Explanation explanation = SegmentExplainer.explain(large, inside::contains, 1);

    assertThat(explanation.customers()).isEqualTo(7_000);
    Rule rule = explanation.rules().getFirst();
    assertThat(rule.text()).isEqualTo("orders at least 2");
    assertThat(rule.precision()).isEqualTo(1);
    assertThat(rule.customers()).isEqualTo(inside.size());
  }

  /** What has nothing to do with the features cannot be explained, and the figures say so. */
  @Test
  void isHonestAboutAGroupByChance() {
    Set<String> chosen =
        IntStream.range(0, 3_000)
            .filter(i -> ((i * 0x9E3779B9) >>> 30) == 0)
            .mapToObj(i -> "customer-" + i)
            .collect(Collectors.toSet());

    Explanation explanation = SegmentExplainer.explain(TABLE, chosen::contains, 3);

    assertThat(explanation.rules()).isNotEmpty();
    assertThat(explanation.accuracy()).isLessThan(explanation.baseline() + 0.03);
    assertThat(explanation.recall()).isLessThan(0.5);
  }

  @Test
  void theSameGroupHasTheSameExplanation() {
    Predicate<CustomerFeatures> spender = row -> row.value("spend").orElseThrow() > 200;

    assertThat(explain(spender, 3)).isEqualTo(explain(spender, 3));
  }

  @Test
  void aRuleHasAtMostSoManyConditionsAndEachFeatureOnce() {
    for (int depth = 1; depth <= 4; depth++) {
      int most = depth;
      assertThat(
              explain(
                      row ->
                          row.value("spend").orElseThrow() > 100
                              && row.value("spend").orElseThrow() < 400
                              && row.value("views-90-days").orElseThrow() < 5,
                      depth)
                  .rules())
          .allSatisfy(
              rule -> {
                assertThat(rule.conditions()).hasSizeBetween(1, most);
                assertThat(rule.conditions())
                    .extracting(Condition::feature)
                    .doesNotHaveDuplicates();
              });
    }
  }

  @Test
  void refusesAGroupOfAllOrNone() {
    assertThatThrownBy(() -> explain(row -> true, 3))
        .isInstanceOf(UnfitException.class)
        .hasMessage("nearly all customers are in the segment");
    assertThatThrownBy(() -> explain(row -> false, 3))
        .isInstanceOf(UnfitException.class)
        .hasMessage("too few customers are in the segment");
    assertThatThrownBy(() -> SegmentExplainer.explain(table(15), id -> id.endsWith("1"), 3))
        .isInstanceOf(UnfitException.class)
        .hasMessageStartingWith("there are too few customers to tell apart");
  }

  @Test
  void conditionsAreToldInWords() {
    Feature orders = new Feature("orders", "orders");
    Condition least = new Condition(orders, OptionalDouble.of(4), OptionalDouble.empty());

    assertThat(least.text()).isEqualTo("orders at least 4");
    assertThat(least.andLessThan(1_200).text()).isEqualTo("orders at least 4 and less than 1,200");
    assertThat(least.andLessThan(9).andLessThan(7.5).andAtLeast(2).text())
        .isEqualTo("orders at least 4 and less than 7.5");
  }

  private static Explanation explain(Predicate<CustomerFeatures> group, int depth) {
    return SegmentExplainer.explain(TABLE, members(TABLE, group)::contains, depth);
  }

  private static Set<String> members(FeatureTable table, Predicate<CustomerFeatures> group) {
    return IntStream.range(0, table.size())
        .filter(i -> group.test(table.row(i)))
        .mapToObj(i -> table.customers().get(i).id())
        .collect(Collectors.toSet());
  }

  private static FeatureTable table(int customers) {
    return table(customers, 400);
  }

  private static FeatureTable table(int customers, int days) {
    int day = days - 1;
    StoreHistory shop = ShopOfChance.shop(ShopOfChance.events(customers, days, new Random(1)));
    FeatureSchema schema = FeatureSchema.of(shop, day, ShopOfChance.FACTS, 5);
    FeatureReader reader = FeatureReader.of(schema, shop, ShopOfChance.FACTS);
    return FeatureTable.of(shop, reader, day, Integer.MAX_VALUE, 1);
  }
}
