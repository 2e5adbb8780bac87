package io.shelfwise.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.Shoppers;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RulesTrainerTest {
  private static final int PRODUCTS = 9;

  /** An order, and whose it is. */
  private record Order(int customer, Set<Integer> products) {}

  /** What is told of a rule. */
  private record Told(int together, double confidence, double lift) {}

  /** Every rule within the limits is found, and no other, with the numbers that counting gives. */
  @Test
  void rulesAreThoseThatCountingFinds() {
    Random random = Chance.random();
    for (int round = 0; round < 20; round++) {
      RuleLimits limits =
          new RuleLimits(
              1 + random.nextInt(6),
              0,
              1 + random.nextInt(4),
              0.4 * random.nextDouble(),
              1.2 * random.nextDouble(),
              0.1 * random.nextDouble(),
              1 + random.nextInt(3),
              100_000,
              100);
      List<Order> orders = orders(random);

      Map<String, Told> found = told(train(data(orders), limits));

      Map<String, Told> expected = counted(orders, limits);
      assertThat(found.keySet()).as("%s", limits).isEqualTo(expected.keySet());
      expected.forEach(
          (rule, told) -> {
            Told one = Objects.requireNonNull(found.get(rule));
            assertThat(one.together()).isEqualTo(told.together());
            assertThat(one.confidence()).isCloseTo(told.confidence(), within(1e-6));
            assertThat(one.lift()).isCloseTo(told.lift(), within(1e-5));
          });
    }
  }

  @Test
  void ofManyConclusionsTheStrongestAreKept() {
    List<Order> orders = orders(Chance.random());
    Rules all = train(data(orders), new RuleLimits(1, 0, 1, 0, 0, 0, 1, 100_000, 100));
    Rules few = train(data(orders), new RuleLimits(1, 0, 1, 0, 0, 0, 1, 100_000, 2));

    for (int condition = 0; condition < all.ruleStarts().length - 1; condition++) {
      int rule = all.ruleStarts()[condition];
      int kept = few.ruleStarts()[condition];
      assertThat(few.ruleStarts()[condition + 1] - kept).isEqualTo(2);
      assertThat(few.conclusions()[kept]).isEqualTo(all.conclusions()[rule]);
      assertThat(few.conclusions()[kept + 1]).isEqualTo(all.conclusions()[rule + 1]);
    }
  }

  @Test
  void moreSetsThanCanBeDealtWithMakeShorterConditionsThenAskForMoreOrders() {
    List<Order> orders = orders(Chance.random());
    int pairs = PRODUCTS * (PRODUCTS - 1) / 2;

    Rules shorter = train(data(orders), new RuleLimits(1, 0, 1, 0, 0, 0, 3, pairs, 100));
    Rules fewer = train(data(orders), new RuleLimits(1, 0, 1, 0, 0, 0, 3, pairs / 2, 100));

    assertThat(shorter.size()).isEqualTo(2 * pairs);
    assertThat(shorter.conditionStarts()).hasSize(PRODUCTS + 1);
    assertThat(fewer.size()).isBetween(1, pairs);
    assertThat(Arrays.stream(fewer.together()).min().orElseThrow()).isGreaterThan(1);
  }

  @Test
  void whatFewCustomersDoOverAndOverIsNoRule() {
    Shoppers shoppers = new Shoppers();
    for (int customer = 0; customer < 2; customer++) {
      for (int i = 0; i < 50; i++) {
        shoppers.with(i, 0, 1);
      }
      shoppers.end();
    }

    Rules rules = train(shoppers.data(2), new RuleLimits(2, 0, 3, 0, 0, 0, 1, 100, 10));

    assertThat(rules.size()).isZero();
  }

  @Test
  void aShopWithoutOrdersHasNoRules() {
    assertThat(
            train(new Shoppers().end().data(3), new RuleLimits(1, 0.5, 1, 0, 0, 0, 2, 100, 10))
                .size())
        .isZero();
  }

  @Test
  void rulesAreReadAsTheyWereWritten() throws IOException {
    RulesTrainer trainer =
        new RulesTrainer(new RuleLimits(2, 0, 1, 0, 0, 0, 2, 100_000, 100), Attention.TO_ALL);
    RulesModel model = trainer.train(data(orders(Chance.random())), Watch.NONE);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    model.write(new DataOutputStream(written));

    RulesModel read =
        trainer.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));

    assertThat(told(read.rules())).isEqualTo(told(model.rules())).isNotEmpty();
  }

  private static Rules train(TrainingData data, RuleLimits limits) {
    return new RulesTrainer(limits, Attention.TO_ALL).train(data, Watch.NONE).rules();
  }

  private static List<Order> orders(Random random) {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      Set<Integer> products = new TreeSet<>();
      for (int product = 0; product < PRODUCTS; product++) {
        if (random.nextInt(PRODUCTS) > product - 2) {
          products.add(product);
        }
      }
      orders.add(new Order(i / 8, products));
    }
    return orders;
  }

  private static TrainingData data(List<Order> orders) {
    Shoppers shoppers = new Shoppers();
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      shoppers.with(i, order.products().stream().mapToInt(Integer::intValue).toArray());
      if (i + 1 == orders.size() || orders.get(i + 1).customer() != order.customer()) {
        shoppers.end();
      }
    }
    return shoppers.data(PRODUCTS);
  }

  /** The rules by their words, such as {@code [1, 4] → 2}. */
  private static Map<String, Told> told(Rules rules) {
    Map<String, Told> told = new TreeMap<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      told.put(
          words(new TreeSet<>(rules.condition(rules.conditionOf(rule))), rules.conclusions()[rule]),
          new Told(rules.together()[rule], rules.confidences()[rule], rules.lifts()[rule]));
    }
    return told;
  }

  private static String words(Set<Integer> condition, int conclusion) {
    return condition + " → " + conclusion;
  }

  /** Tries every condition and every conclusion. */
  private static Map<String, Told> counted(List<Order> orders, RuleLimits limits) {
    Map<String, Told> told = new TreeMap<>();
    for (int bits = 1; bits < 1 << PRODUCTS; bits++) {
      Set<Integer> condition = products(bits);
      for (int conclusion = 0; conclusion < PRODUCTS; conclusion++) {
        if (condition.size() <= limits.longestCondition() && !condition.contains(conclusion)) {
          Set<Integer> all = with(condition, conclusion);
          double confidence = confidence(orders, condition, conclusion);
          double lift = confidence * orders.size() / count(orders, Set.of(conclusion));
          if (count(orders, all) >= limits.leastOrders()
              && customers(orders, all) >= limits.leastCustomers()
              && confidence >= limits.leastConfidence()
              && lift >= limits.leastLift()
              && saysMore(orders, bits, conclusion, confidence - limits.leastGain())) {
            told.put(words(condition, conclusion), new Told(count(orders, all), confidence, lift));
          }
        }
      }
    }
    return told;
  }

  private static boolean saysMore(List<Order> orders, int bits, int conclusion, double least) {
    for (int part = 1; part < bits; part++) {
      if ((part & bits) == part && confidence(orders, products(part), conclusion) > least) {
        return false;
      }
    }
    return true;
  }

  private static double confidence(List<Order> orders, Set<Integer> condition, int conclusion) {
    return count(orders, with(condition, conclusion)) / (double) count(orders, condition);
  }

  private static Set<Integer> products(int bits) {
    Set<Integer> products = new TreeSet<>();
    for (int product = 0; product < PRODUCTS; product++) {
      if ((bits >> product & 1) != 0) {
        products.add(product);
      }
    }
    return products;
  }

  private static Set<Integer> with(Set<Integer> products, int another) {
    Set<Integer> all = new HashSet<>(products);
    all.add(another);
    return all;
  }

  private static int count(List<Order> orders, Set<Integer> products) {
    return (int) orders.stream().filter(order -> order.products().containsAll(products)).count();
  }

  private static int customers(List<Order> orders, Set<Integer> products) {
    return (int)
        orders.stream()
            .filter(order -> order.products().containsAll(products))
            .map(Order::customer)
            .distinct()
            .count();
  }
}
