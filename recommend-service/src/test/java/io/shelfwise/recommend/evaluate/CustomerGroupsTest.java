package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class CustomerGroupsTest {
  private static final List<String> TIERS = List.of("low", "medium", "high");

  private final List<Interaction> known = new ArrayList<>();

  /** The thirds are of all who bought, not of those who are judged. */
  @Test
  void tiersAreThirdsOfAllWhoBought() {
    for (int customer = 1; customer <= 9; customer++) {
      done("c" + customer, Kind.PURCHASE, customer);
    }

    assertThat(tiers("c1", "c3", "c4", "c8", "c9"))
        .isEqualTo(Map.of("c1", "low", "c3", "low", "c4", "medium", "c8", "high", "c9", "high"));
  }

  @Test
  void whatWasSentBackIsNotSpent() {
    for (int customer = 1; customer <= 3; customer++) {
      done("c" + customer, Kind.PURCHASE, 10 * customer);
    }
    done("c3", Kind.RETURN, 25);

    assertThat(tiers("c1", "c2", "c3"))
        .isEqualTo(Map.of("c1", "medium", "c2", "high", "c3", "low"));
  }

  @Test
  void whoBoughtNothingIsInNoTier() {
    done("c1", Kind.PURCHASE, 1);
    done("c2", Kind.VIEW, 1);

    assertThat(tiers("c1", "c2")).containsOnlyKeys("c1");
  }

  private void done(String customer, Kind kind, int pieces) {
    known.add(new Interaction(customer, "cup", kind, 0, pieces));
  }

  /** The tier of each customer who is judged and in one, when a cup costs 2. */
  private Map<String, String> tiers(String... judged) {
    Map<String, Set<String>> relevant = new TreeMap<>();
    for (String customer : judged) {
      relevant.put(customer, Set.of("pot"));
    }
    Split split = Split.of(known, relevant);
    Dictionary products = new Dictionary();
    assertThat(products.number("cup")).isZero();
    TestSet test = TestSet.of(split, products);
    SequencedMap<String, IntPredicate> groups =
        CustomerGroups.bySpend(TIERS, split, test, product -> 2);
    Map<String, String> tiers = new TreeMap<>();
    test.places()
        .forEach(
            place ->
                groups.forEach(
                    (name, members) -> {
                      if (members.test(place)) {
                        tiers.put(test.customer(place), name);
                      }
                    }));
    return tiers;
  }
}
