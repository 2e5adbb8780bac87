package io.shelfwise.value.purchases;

import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.judge.Tracking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The days on which real customers bought, told in weeks as the literature does. */
final class PurchaseLog {
  private static final double DAYS_PER_WEEK = 7;

  private final List<List<LocalDate>> customers;

  private PurchaseLog(Stream<String> lines, Function<String, Map.Entry<String, LocalDate>> parse) {
    Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
    lines
        .map(parse)
        .forEach(e -> days.computeIfAbsent(e.getKey(), _ -> new TreeSet<>()).add(e.getValue()));
    customers = days.values().stream().map(List::copyOf).toList();
  }

  /** The tenth of CDNOW's customers that the literature works with. */
  static PurchaseLog cdnowSample() {
    return new PurchaseLog(lines("cdnow", "CDNOW_sample.txt"), line -> cdnow(line, 1, 2));
  }

  /** All of CDNOW's customers. */
  static PurchaseLog cdnowMaster() {
    return new PurchaseLog(lines("cdnow", "CDNOW_master.txt").skip(1), line -> cdnow(line, 0, 1));
  }

  /** Customers of a grocery, who buy regularly. */
  static PurchaseLog grocery() {
    return new PurchaseLog(
        lines("clv-extra", "groceryElog.csv").skip(1),
        line -> {
          String[] fields = line.split(",", -1);
          return Map.entry(fields[0], LocalDate.parse(fields[1]));
        });
  }

  private static Map.Entry<String, LocalDate> cdnow(String line, int customer, int day) {
    String[] fields = line.strip().split("\\s+", -1);
    return Map.entry(
        fields[customer], LocalDate.parse(fields[day], DateTimeFormatter.BASIC_ISO_DATE));
  }

  static Stream<String> lines(String folder, String file) {
    try {
      return Files.readAllLines(Path.of(System.getProperty("shelfwise.data"), folder, file))
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is seen of the customers up to a day and with it. */
  List<RepeatPurchases> until(LocalDate end) {
    return customers.stream().map(days -> until(days, end)).toList();
  }

  private static RepeatPurchases until(List<LocalDate> days, LocalDate end) {
    int repeats = count(days, end) - 1;
    return new RepeatPurchases(
        repeats, weeks(days.getFirst(), days.get(repeats)), weeks(days.getFirst(), end));
  }

  /** The sample that a model is fitted to. */
  PurchaseSample sample(LocalDate end) {
    double logGaps = 0;
    for (List<LocalDate> days : customers) {
      for (int i = 1; i < count(days, end); i++) {
        logGaps += Math.log(weeks(days.get(i - 1), days.get(i)));
      }
    }
    return PurchaseSample.of(until(end).stream(), logGaps);
  }

  /** What a model expects of each customer after calibration, beside what came. */
  Comparison holdout(PurchaseModel model, LocalDate calibrationEnd, LocalDate end) {
    int n = customers.size();
    int[] frequency = new int[n];
    double[] actual = new double[n];
    double[] expected = new double[n];
    double weeks = weeks(calibrationEnd, end);
    for (int i = 0; i < n; i++) {
      RepeatPurchases seen = until(customers.get(i), calibrationEnd);
      frequency[i] = seen.frequency();
      actual[i] = count(customers.get(i), end) - count(customers.get(i), calibrationEnd);
      expected[i] = model.expectedPurchases(seen, weeks, 0);
    }
    return Comparison.of(frequency, actual, expected);
  }

  /** The repeat purchases of all, week by week from the first day on. */
  Tracking tracking(PurchaseModel model, LocalDate first, int weeks) {
    List<Double> repeats = new ArrayList<>();
    for (List<LocalDate> days : customers) {
      days.stream().skip(1).forEach(day -> repeats.add(weeks(first, day)));
    }
    return Tracking.of(
        customers.stream().mapToDouble(days -> weeks(first, days.getFirst())).toArray(),
        repeats.stream().mapToDouble(Double::doubleValue).toArray(),
        1,
        weeks,
        age -> model.expectedPurchases(RepeatPurchases.NEW, age, 0));
  }

  private static int count(List<LocalDate> days, LocalDate end) {
    return (int) days.stream().filter(day -> !day.isAfter(end)).count();
  }

  private static double weeks(LocalDate from, LocalDate until) {
    return ChronoUnit.DAYS.between(from, until) / DAYS_PER_WEEK;
  }
}
