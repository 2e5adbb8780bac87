package io.shelfwise.standalone.value;

import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import io.shelfwise.value.simulate.SimulatedCustomer;
import io.shelfwise.value.simulate.SimulatedPopulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shelfwise value simulate}: a file of customers of whom the truth is known. */
@Command(
    name = "simulate",
    description = {
      "Writes the purchases of customers who are as a model says, so that a fit can be held against"
          + " what it should find.",
      "Each customer first buys within the first 12 weeks; all are watched for 39 weeks of calibration and"
          + " 39 weeks of holdout. The same seed writes the same file."
    })
final class SimulateCommand implements Runnable {
  @Option(
      names = "--model",
      paramLabel = "MODEL",
      required = true,
      completionCandidates = Models.class,
      description = "What the customers are like: ${COMPLETION-CANDIDATES}.")
  private String model = "";

  @Option(
      names = "--customers",
      paramLabel = "COUNT",
      required = true,
      description = "How many there are.")
  private long customers;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Which of all such populations it is (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write: CSV, packed by gzip if the name ends in .gz.")
  private Path out = Path.of("");

  @Option(
      names = "--parameters",
      paramLabel = "NAME=VALUE",
      split = ",",
      description =
          "Parameters of the model (time in weeks) and of Gamma-Gamma that differ from CDNOW's, such as"
              + " r=0.5,alpha=6 or p=4.")
  private Map<String, Double> parameters = Map.of();

  @Option(
      names = "--day-resolution",
      description =
          "Tell days, as a shop's books do, not exact times. Fits to such a file find parameters that"
              + " are a little off: for a model, time runs on.")
  private boolean byDay;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (customers < 1) {
      throw new ParameterException(
          spec.commandLine(), "--customers: " + customers + " (expected: at least 1)");
    }
    Truth truth;
    SimulatedPopulation population;
    try {
      truth = Truth.of(model, parameters);
      population = truth.population(byDay, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    Count count = new Count();
    try (PopulationFile file = PopulationFile.create(out, byDay)) {
      population.customers(customers).peek(count::add).forEachOrdered(file::write);
    } catch (IOException e) {
      throw new CommandFailure(out + " cannot be written: " + FileTrouble.reason(e), e);
    }
    print(truth, count);
  }

  /** What there is in a population. */
  private static final class Count {
    private long repeats;
    private long later;
    private long active;

    void add(SimulatedCustomer customer) {
      repeats += customer.purchases().size() - 1 - customer.holdoutPurchases();
      later += customer.holdoutPurchases();
      active += customer.active() ? 1 : 0;
    }
  }

  private void print(Truth truth, Count count) {
    PrintWriter to = spec.commandLine().getOut();
    to.printf("%,d customers drawn from %s are in %s%n%n", customers, model, out);
    new Table(
            List.of(Column.text("parameter", 20), Column.number("truth")),
            truth.parameters().entrySet().stream()
                .map(one -> List.of(one.getKey(), one.getValue().toString()))
                .toList())
        .lines()
        .forEach(to::println);
    to.printf(
        "%n%,d repeat purchases in calibration, %,d in the holdout; %,d customers are active between them%n",
        count.repeats, count.later, count.active);
    to.printf(
        "%n./shelfwise value fit --file %s --model %s --calibrate-until %s --holdout-until %s%n",
        out,
        model,
        byDay ? lastDay(SimulatedPopulation.CALIBRATION_DAYS) : "39",
        byDay
            ? lastDay(SimulatedPopulation.CALIBRATION_DAYS + SimulatedPopulation.HOLDOUT_DAYS)
            : "78");
    to.flush();
  }

  private static String lastDay(int days) {
    return PopulationFile.FIRST_DAY.plusDays(days).toString();
  }

  /** The models, for the help. */
  static final class Models implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Truth.MODELS.iterator();
    }
  }
}
