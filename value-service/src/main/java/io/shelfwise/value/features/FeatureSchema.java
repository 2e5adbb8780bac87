package io.shelfwise.value.features;

import io.shelfwise.value.history.StoreHistory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which features a store's customers are told by, in order: the ones that every store has, and the
 * shares of spend on its most important categories and brands.
 *
 * @param categories categories with a share of their own, that on which most was spent first
 * @param brands brands with a share of their own, likewise
 */
public record FeatureSchema(List<String> categories, List<String> brands) {
  /** What only every store has. */
  public static final FeatureSchema COMMON = new FeatureSchema(List.of(), List.of());

  /** The features that customers are compared by when none is named. */
  public static final List<String> USUAL = List.of("recency-days", "orders", "spend");

  public FeatureSchema {
    categories = List.copyOf(categories);
    brands = List.copyOf(brands);
  }

  /**
   * The schema of a store.
   *
   * @param lastDay spend up to this day decides which categories and brands are important, so that
   *     the choice knows nothing of what came after it
   * @param most how many categories, and how many brands
   */
  public static FeatureSchema of(StoreHistory store, int lastDay, ProductFacts facts, int most) {
    Map<Integer, Long> spend = new HashMap<>();
    store.forEach(
        (customer, history) ->
            history
                .activity()
                .forEachProduct(
                    lastDay, (product, micros) -> spend.merge(product, micros, Long::sum)));
    Map<String, Double> categories = new HashMap<>();
    Map<String, Double> brands = new HashMap<>();
    spend.forEach(
        (product, micros) ->
            facts
                .of(store.products().product(product))
                .ifPresent(
                    known -> {
                      categories.merge(known.category(), (double) micros, Double::sum);
                      brands.merge(known.brand(), (double) micros, Double::sum);
                    }));
    return new FeatureSchema(first(categories, most), first(brands, most));
  }

  private static List<String> first(Map<String, Double> spend, int most) {
    return spend.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .sorted(
            Comparator.comparing((Function<Map.Entry<String, Double>, Double>) Map.Entry::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All features, in order. */
  public List<Feature> features() {
    return Stream.of(
            Measure.ALL.stream().map(Measure::feature),
            categories.stream()
                .map(
                    category ->
                        new Feature("category-share:" + category, "share of spend on " + category)),
            brands.stream()
                .map(
                    brand ->
                        new Feature(
                            "brand-share:" + brand, "share of spend on the brand " + brand)))
        .flatMap(Function.identity())
        .toList();
  }

  /** How many features there are. */
  public int size() {
    return Measure.ALL.size() + categories.size() + brands.size();
  }

  /** The place of a feature by its name; empty if it is none of these. */
  public OptionalInt place(String name) {
    List<Feature> features = features();
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The features that every store has, read off a customer into the first places. */
  void readMeasures(AsOf customer, double[] values) {
    for (int i = 0; i < Measure.ALL.size(); i++) {
      values[i] = Measure.ALL.get(i).of(customer);
    }
  }

  /** The place of the first category's share; those of the brands follow the categories'. */
  int firstShare() {
    return Measure.ALL.size();
  }

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    for (List<String> names : List.of(categories, brands)) {
      out.writeInt(names.size());
      for (String name : names) {
        out.writeUTF(name);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static FeatureSchema read(DataInput in) throws IOException {
    return new FeatureSchema(readNames(in), readNames(in));
  }

  private static List<String> readNames(DataInput in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      names.add(in.readUTF());
    }
    return names;
  }
}
