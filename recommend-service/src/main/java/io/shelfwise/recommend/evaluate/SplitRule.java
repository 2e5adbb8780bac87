package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A way to cut what happened in two. What is held out is always bought products. */
public sealed interface SplitRule {
  /** Customers with fewer products stay whole: what is left would tell nothing of them. */
  int LEAST_PRODUCTS = 5;

  /** Cuts. */
  Split split(List<Interaction> all);

  /**
   * The rule by which the known part is cut once more, for choosing settings and weights without a
   * look at what they will be judged by.
   *
   * @param known the known part of a split by this rule
   */
  SplitRule within(List<Interaction> known);

  /**
   * Several such rules, {@link #within} the first of them: what is chosen by more than one is less
   * likely to be chosen by chance. Fewer, if the known part does not have so many.
   *
   * @param most how many at most
   */
  List<SplitRule> folds(List<Interaction> known, int most);

  /** The same, told to a person. */
  String text();

  /**
   * Cuts before a minute: what is bought later is to be foretold. It is the one rule by which
   * nothing is known of the future.
   *
   * @param minute in minutes since 1970
   * @param length how many minutes are held out at most
   * @param again whether what the customer has already is to be foretold, too
   */
  record AtTime(int minute, int length, boolean again) implements SplitRule {
    /** The cut that leaves this share of the time to be foretold. */
    public static AtTime leaving(double share, boolean again, List<Interaction> all) {
      int first = all.stream().mapToInt(Interaction::minute).min().orElse(0);
      int last = all.stream().mapToInt(Interaction::minute).max().orElse(0);
      int length = (int) Math.round(share * (last + 1.0 - first));
      return new AtTime(last + 1 - length, length, again);
    }

    @Override
    public Split split(List<Interaction> all) {
      List<Interaction> known =
          all.stream()
              .filter(done -> done.minute() < minute)
              .sorted(Comparator.comparingInt(Interaction::minute))
              .toList();
      Map<String, Set<String>> relevant = new HashMap<>();
      for (Interaction done : all) {
        if (done.kind() == Kind.PURCHASE
            && done.minute() >= minute
            && (long) done.minute() < (long) minute + length) {
          relevant.computeIfAbsent(done.customer(), id -> new HashSet<>()).add(done.product());
        }
      }
      if (!again) {
        known.stream()
            .filter(SplitRule::isHad)
            .forEach(
                had ->
                    relevant.getOrDefault(had.customer(), new HashSet<>()).remove(had.product()));
        relevant.values().removeIf(Set::isEmpty);
      }
      return Split.of(known, relevant);
    }

    /** As long a time again is cut off. */
    @Override
    public SplitRule within(List<Interaction> known) {
      int first = known.stream().mapToInt(Interaction::minute).min().orElse(minute);
      int newest = known.stream().mapToInt(Interaction::minute).max().orElse(minute);
      int part = Math.min(length, (newest - first) / 3);
      return new AtTime(Math.min(minute, newest + 1) - part, part, again);
    }

    /** Each is held out half its length before the one before it, as long as as much is known. */
    @Override
    public List<SplitRule> folds(List<Interaction> known, int most) {
      int first = known.stream().mapToInt(Interaction::minute).min().orElse(minute);
      List<SplitRule> folds = new ArrayList<>(List.of(within(known)));
      AtTime last = (AtTime) folds.getFirst();
      int step = Math.max(1, last.length / 2);
      for (int at = last.minute - step;
          folds.size() < most && at - first >= last.length;
          at -= step) {
        folds.add(new AtTime(at, last.length, again));
      }
      return folds;
    }

    @Override
    public String text() {
      return "by time";
    }
  }

  /**
   * Holds out a random share of the products of each customer.
   *
   * @param share of the customer's products, rounded
   * @param seed of the choice; that of a customer does not depend on the others
   */
  record AtRandom(double share, long seed) implements SplitRule {
    public AtRandom {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("share: " + share + " (expected: more than 0, below 1)");
      }
    }

    @Override
    public Split split(List<Interaction> all) {
      Map<String, Set<String>> held = new HashMap<>();
      bought(all)
          .forEach(
              (customer, products) -> {
                Set<String> chosen = choose(customer, new TreeSet<>(products));
                if (!chosen.isEmpty()) {
                  held.put(customer, chosen);
                }
              });
      return without(held, all);
    }

    private Set<String> choose(String customer, TreeSet<String> products) {
      if (products.size() < LEAST_PRODUCTS) {
        return Set.of();
      }
      List<String> left = new ArrayList<>(products);
      SplittableRandom chance = new SplittableRandom(seed * 31 + customer.hashCode());
      Set<String> chosen = new LinkedHashSet<>();
      int count = (int) Math.round(share * left.size());
      for (int i = 0; i < count; i++) {
        chosen.add(left.remove(chance.nextInt(left.size())));
      }
      return chosen;
    }

    /**
     * Half as many of what there was at first: of a fifth that is held out, a tenth; but never more
     * than half of what is known.
     */
    @Override
    public SplitRule within(List<Interaction> known) {
      return fold(0);
    }

    private SplitRule fold(int number) {
      return new AtRandom(Math.min(0.5, share / 2 / (1 - share)), seed + 1 + number);
    }

    /** Each with a seed of its own. */
    @Override
    public List<SplitRule> folds(List<Interaction> known, int most) {
      return IntStream.range(0, most).mapToObj(this::fold).toList();
    }

    @Override
    public String text() {
      return "at random by customer";
    }
  }

  /** Holds out the product that each customer bought last. */
  record LeaveLastOut() implements SplitRule {
    @Override
    public Split split(List<Interaction> all) {
      List<Interaction> inTime =
          all.stream().sorted(Comparator.comparingInt(Interaction::minute)).toList();
      Map<String, String> last = new HashMap<>();
      for (Interaction done : inTime) {
        if (done.kind() == Kind.PURCHASE) {
          last.put(done.customer(), done.product());
        }
      }
      Map<String, Set<String>> held = new HashMap<>();
      bought(inTime)
          .forEach(
              (customer, products) -> {
                String newest = last.get(customer);
                if (newest != null && products.size() >= LEAST_PRODUCTS) {
                  held.put(customer, Set.of(newest));
                }
              });
      return without(held, inTime);
    }

    @Override
    public SplitRule within(List<Interaction> known) {
      return this;
    }

    /** There is one last product only. */
    @Override
    public List<SplitRule> folds(List<Interaction> known, int most) {
      return List.of(this);
    }

    @Override
    public String text() {
      return "leave last out";
    }
  }

  /** Whether the customer has the product, as that shows. */
  static boolean isHad(Interaction done) {
    return done.kind() == Kind.PURCHASE || done.kind() == Kind.RATING;
  }

  private static Map<String, Set<String>> bought(List<Interaction> all) {
    Map<String, Set<String>> bought = new TreeMap<>();
    for (Interaction done : all) {
      if (done.kind() == Kind.PURCHASE) {
        bought.computeIfAbsent(done.customer(), id -> new LinkedHashSet<>()).add(done.product());
      }
    }
    return bought;
  }

  /** Nothing of what a customer did with a product that is held out is known. */
  private static Split without(Map<String, Set<String>> held, List<Interaction> all) {
    List<Interaction> known =
        all.stream()
            .filter(done -> !held.getOrDefault(done.customer(), Set.of()).contains(done.product()))
            .toList();
    return Split.of(known, held);
  }
}
