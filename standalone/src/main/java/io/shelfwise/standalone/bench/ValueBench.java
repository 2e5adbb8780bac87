package io.shelfwise.standalone.bench;

import io.shelfwise.standalone.terminal.Limits;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.simulate.BuyerTruth;
import io.shelfwise.value.simulate.SimulatedCustomer;
import io.shelfwise.value.simulate.SimulatedPopulation;
import io.shelfwise.value.spend.GammaGammaTrainer;
import io.shelfwise.value.spend.RepeatSpend;
import io.shelfwise.value.spend.SpendSample;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How fast the value models are, in this process: merging, fitting and scoring simulated customers,
 * who are watched by the day as those of a shop are; and how much room their histories take.
 *
 * <p>Beside it stand the times of lifetimes 0.11.3 (Python) for the same work on customers of the
 * same kind, as measured once on another machine of two shared cores: a landmark, and no race. It
 * works on one thread, so they are compared with our processor's time, of all threads together.
 */
@Command(
    name = "value",
    description = {
      "How fast the value models merge, fit and score simulated customers, beside the times of lifetimes"
          + " 0.11.3 on another machine; and how much memory a customer takes.",
      "Needs no running shop."
    })
final class ValueBench implements Runnable {
  private static final int CDNOW_CUSTOMERS = 2_357;
  private static final double WEEKS_AHEAD = 39;

  /** How often work on few customers is done in a round. */
  private static final int REPEATS = 10;

  private static final int LIFETIMES_CUSTOMERS = 1_000_000;

  /** Of fewer, too few buy again for the models to be fitted. */
  private static final int LEAST_CUSTOMERS = 1_000;

  private static final int MOST_CUSTOMERS = 100_000_000;
  private static final int MOST_RUNS = 1_000;

  @Option(
      names = "--customers",
      paramLabel = "COUNT",
      defaultValue = "1000000",
      description = "How many customers to simulate (${DEFAULT-VALUE}).")
  private int customers = LIFETIMES_CUSTOMERS;

  @Option(
      names = "--runs",
      paramLabel = "COUNT",
      defaultValue = "5",
      description = "How often each piece of work is done, at least once (${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of the simulated customers (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Where work leaves what it comes to, so that none of it can be left out. */
  private volatile Object result = "";

  /**
   * A piece of work.
   *
   * @param what what it is
   * @param runs how long it took
   * @param lifetimes how many seconds it takes lifetimes; 0: not known
   */
  private record Row(String what, Runs runs, double lifetimes) {}

  @Override
  public void run() {
    new Limits(spec)
        .whole("--customers", customers, LEAST_CUSTOMERS, MOST_CUSTOMERS)
        .whole("--runs", runs, 1, MOST_RUNS);
    PrintWriter out = spec.commandLine().getOut();
    List<Row> rows = new ArrayList<>();
    Runs reference = measured(1, ReferenceWork::run);
    small(rows);
    large(rows);
    table(rows, reference).lines().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%nreference: 20,000,000 logarithms on one thread in %.3f s, %.3f s of them the processor's;"
            + " medians of %d runs%n",
        reference.median(),
        reference.processor(),
        runs);
    out.printf(
        Locale.ROOT,
        "%,.0f bytes for the history of a customer and the customer's id%n",
        new HistoryMemory(population(BuyerTruth.BG_NBD, customers)).bytesPerCustomer());
    out.flush();
  }

  /** As many customers as CDNOW has, who are like those of CDNOW. */
  private void small(List<Row> rows) {
    String of = " of 2,357 customers";
    List<RepeatPurchases> like = purchases(BuyerTruth.BG_NBD, CDNOW_CUSTOMERS);
    rows.add(fit(PurchaseModelKind.BG_NBD, of, like, 0.063));
    rows.add(fit(PurchaseModelKind.MBG_NBD, of, like, 0.061));
    rows.add(fit(PurchaseModelKind.PARETO_NBD, of, like, 0.40));
    rows.add(fitSpend(of, spend(CDNOW_CUSTOMERS), 0.035));
  }

  private void large(List<Row> rows) {
    boolean comparable = customers == LIFETIMES_CUSTOMERS;
    String of = String.format(Locale.ROOT, " of %,d customers", customers);
    List<RepeatPurchases> leaving = purchases(BuyerTruth.BG_NBD, customers);
    rows.add(new Row("merge" + of, measured(1, () -> PurchaseSample.of(leaving.stream())), 0));
    rows.add(fit(PurchaseModelKind.BG_NBD, of, leaving, comparable ? 10.7 : 0));
    rows.add(fit(PurchaseModelKind.MBG_NBD, of, leaving, comparable ? 9.4 : 0));
    ToDoubleFunction<RepeatPurchases> forecast =
        PurchaseModelKind.BG_NBD.fit(PurchaseSample.of(leaving.stream())).forecast(WEEKS_AHEAD, 0);
    rows.add(
        new Row(
            "bg-nbd scores" + of,
            measured(1, () -> leaving.parallelStream().mapToDouble(forecast).sum()),
            comparable ? 0.46 : 0));
    List<RepeatPurchases> dying = purchases(BuyerTruth.PARETO_NBD, customers);
    rows.add(fit(PurchaseModelKind.PARETO_NBD, of, dying, comparable ? 162 : 0));
    rows.add(fitSpend(of, spend(customers), comparable ? 2.16 : 0));
  }

  private Row fit(PurchaseModelKind kind, String of, List<RepeatPurchases> all, double lifetimes) {
    PurchaseSample sample = PurchaseSample.of(all.stream());
    return new Row(
        kind.label() + " fit" + of, measured(repeats(all), () -> kind.fit(sample)), lifetimes);
  }

  private Row fitSpend(String of, List<RepeatSpend> all, double lifetimes) {
    SpendSample sample = SpendSample.of(all.stream());
    return new Row(
        "gamma-gamma fit" + of,
        measured(repeats(all), () -> GammaGammaTrainer.fit(sample)),
        lifetimes);
  }

  private static int repeats(List<?> customers) {
    return customers.size() <= CDNOW_CUSTOMERS ? REPEATS : 1;
  }

  private Runs measured(int repeats, Supplier<Object> work) {
    return Runs.of(runs, repeats, () -> result = work.get());
  }

  private List<RepeatPurchases> purchases(BuyerTruth truth, int count) {
    return population(truth, count).map(SimulatedCustomer::calibration).toList();
  }

  private List<RepeatSpend> spend(int count) {
    return population(BuyerTruth.BG_NBD, count).map(SimulatedCustomer::calibrationSpend).toList();
  }

  private Stream<SimulatedCustomer> population(BuyerTruth truth, int count) {
    return new SimulatedPopulation(truth, SimulatedPopulation.CDNOW_SPENDERS, true, seed)
        .customers(count);
  }

  private static Table table(List<Row> rows, Runs reference) {
    return new Table(
        List.of(
            Column.text("work", 60),
            Column.number("first"),
            Column.number("median"),
            Column.number("processor"),
            Column.number("÷ reference"),
            Column.number("lifetimes"),
            Column.number("faster")),
        rows.stream().map(row -> cells(row, reference)).toList());
  }

  private static List<String> cells(Row row, Runs reference) {
    double processor = row.runs().processor();
    return List.of(
        row.what(),
        seconds(row.runs().first()),
        seconds(row.runs().median()),
        seconds(processor),
        String.format(Locale.ROOT, "%.3f", processor / reference.processor()),
        row.lifetimes() == 0 ? "" : seconds(row.lifetimes()),
        row.lifetimes() == 0
            ? ""
            : String.format(Locale.ROOT, "%,.1f ×", row.lifetimes() / processor));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.4f s", seconds);
  }
}
