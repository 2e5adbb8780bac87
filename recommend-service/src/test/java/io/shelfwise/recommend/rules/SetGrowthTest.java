package io.shelfwise.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Sequences;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SetGrowthTest {
  /** The transactions of table 1 in Han, Pei, Yin (2000), a letter a product. */
  private static final String[] TABLE_1 = {"facdgimp", "abcflmo", "bfhjo", "bcksp", "afcelpmn"};

  /** What they have in common at a support of three, by counting: with p only c, with m more. */
  @Test
  void findsThePatternsOfThePaper() {
    assertThat(patterns(3, 4))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("f", 4),
                Map.entry("c", 4),
                Map.entry("a", 3),
                Map.entry("b", 3),
                Map.entry("m", 3),
                Map.entry("p", 3),
                Map.entry("cp", 3),
                Map.entry("fm", 3),
                Map.entry("cm", 3),
                Map.entry("am", 3),
                Map.entry("cf", 3),
                Map.entry("af", 3),
                Map.entry("ac", 3),
                Map.entry("cfm", 3),
                Map.entry("afm", 3),
                Map.entry("acm", 3),
                Map.entry("acf", 3),
                Map.entry("acfm", 3)));
  }

  @Test
  void noSetIsLongerThanAskedFor() {
    assertThat(patterns(3, 2)).hasSize(13).doesNotContainKeys("acm", "acfm");
    assertThat(patterns(3, 1)).containsOnlyKeys("f", "c", "a", "b", "m", "p");
  }

  @Test
  void moreSetsThanCanBeDealtWithAreNone() {
    Baskets baskets = Baskets.of(orders(), 3, 1);
    assertThat(SetGrowth.find(baskets, 3, 4, 12, () -> {})).isPresent();
    assertThat(SetGrowth.find(baskets, 3, 4, 11, () -> {})).isEmpty();
  }

  private static Map<String, Integer> patterns(int least, int longest) {
    Baskets baskets = Baskets.of(orders(), least, 1);
    FrequentSets sets = SetGrowth.find(baskets, least, longest, 1000, () -> {}).orElseThrow();
    Map<String, Integer> patterns = new TreeMap<>();
    for (int set = 0; set < sets.size(); set++) {
      StringBuilder letters = new StringBuilder();
      for (int rank : sets.ranks(set)) {
        letters.append((char) ('a' + baskets.product(rank)));
      }
      String sorted =
          letters
              .chars()
              .sorted()
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      patterns.put(sorted, sets.count(set));
    }
    return patterns;
  }

  private static Sequences orders() {
    Sequences.Builder orders = new Sequences.Builder();
    for (String transaction : TABLE_1) {
      transaction.chars().forEach(letter -> orders.add(letter - 'a'));
      orders.endGroup(0);
      orders.endCustomer();
    }
    return orders.build();
  }
}
