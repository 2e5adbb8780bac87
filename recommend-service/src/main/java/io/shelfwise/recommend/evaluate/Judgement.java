package io.shelfwise.recommend.evaluate;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How good lists are: each measure for each customer. */
public final class Judgement {
  private final Map<MeasureAt, double[]> byCustomer;
  private final Map<MeasureAt, Double> ofAll;
  private final IntPredicate counted;

  private Judgement(
      Map<MeasureAt, double[]> byCustomer, Map<MeasureAt, Double> ofAll, IntPredicate counted) {
    this.byCustomer = byCustomer;
    this.ofAll = ofAll;
    this.counted = counted;
  }

  /** Judges lists by all customers. */
  public static Judgement of(
      TopLists lists,
      TestSet test,
      ProductFacts facts,
      int products,
      Iterable<MeasureAt> measures) {
    return of(lists, test, facts, products, measures, customer -> true);
  }

  /**
   * Judges lists.
   *
   * @param products how many products could be proposed
   * @param counted which customers, by place, go into means unless others are asked for
   */
  public static Judgement of(
      TopLists lists,
      TestSet test,
      ProductFacts facts,
      int products,
      Iterable<MeasureAt> measures,
      IntPredicate counted) {
    Map<MeasureAt, double[]> byCustomer = new LinkedHashMap<>();
    Map<MeasureAt, Double> ofAll = new LinkedHashMap<>();
    for (MeasureAt measure : measures) {
      if (measure.measure().isOfAll()) {
        ofAll.put(measure, coverage(lists, test, products, measure.k()));
      } else {
        double[] values = new double[test.size()];
        test.places()
            .parallel()
            .forEach(
                customer ->
                    values[customer] =
                        measure
                            .measure()
                            .of(new Ranking(lists, test, facts, customer), measure.k()));
        byCustomer.put(measure, values);
      }
    }
    return new Judgement(byCustomer, ofAll, counted);
  }

  private static double coverage(TopLists lists, TestSet test, int products, int k) {
    BitSet shown = new BitSet(products);
    test.places()
        .forEach(
            customer -> {
              for (int rank = 0; rank < Math.min(k, lists.size(customer)); rank++) {
                shown.set(lists.product(customer, rank));
              }
            });
    return shown.cardinality() / (double) products;
  }

  /** The measures, in the order in which they were asked for. */
  public List<MeasureAt> byCustomer() {
    return List.copyOf(byCustomer.keySet());
  }

  /** A measure of each customer that counts, in the order of their places. */
  public double[] counted(MeasureAt measure) {
    double[] values = values(measure);
    return IntStream.range(0, values.length)
        .filter(counted)
        .mapToDouble(customer -> values[customer])
        .toArray();
  }

  /** A measure of each customer, by the customer's place; not to be written. */
  public double[] values(MeasureAt measure) {
    double[] values = byCustomer.get(measure);
    if (values == null) {
      throw new IllegalArgumentException("measure: " + measure + " (expected: one that was asked)");
    }
    return values;
  }

  /** The mean over the customers that count, or what the measure is of all of them together. */
  public double mean(MeasureAt measure) {
    Double together = ofAll.get(measure);
    return together == null ? mean(measure, counted) : together;
  }

  /** The mean over the customers of a group; not a number if it is empty. */
  public double mean(MeasureAt measure, IntPredicate group) {
    double[] values = values(measure);
    double sum = 0;
    int count = 0;
    for (int customer = 0; customer < values.length; customer++) {
      if (!Double.isNaN(values[customer]) && group.test(customer)) {
        sum += values[customer];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
