package io.shelfwise.standalone.value;

import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.value.purchases.PurchaseModelKind;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shelfwise value fit}: a model fitted to a file, and judged on what came after. */
@Command(
    name = "fit",
    description = {
      "Fits a model to the purchases in a file, and judges it on those that came after.",
      "A customer's first purchase only begins the clock: models see those after it."
    })
final class FitCommand implements Runnable {
  private static final int MOST_REGULAR = 100;

  @Mixin private FitOptions file = new FitOptions();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      required = true,
      converter = ModelChoice.Converter.class,
      completionCandidates = ModelChoice.Names.class,
      description = "Which one: ${COMPLETION-CANDIDATES}.")
  private ModelChoice model = new ModelChoice.Spend();

  @Option(
      names = "--k",
      paramLabel = "K",
      description = "The regularity of a cnbd-k model (default: that which fits best).")
  private Optional<Integer> regularity = Optional.empty();

  @Option(
      names = "--time-unit",
      paramLabel = "UNIT",
      defaultValue = "week",
      description =
          "The unit of the model's time: day, week, month (30.4375 days) or year (365.25 days); for bg-bb"
              + " also the time between two opportunities to buy (default: ${DEFAULT-VALUE}).")
  private UnitOfTime unit = UnitOfTime.WEEK;

  @Option(
      names = "--calibrate-until",
      paramLabel = "DAY",
      description = "The last day that the model sees (default: that of the last purchase).")
  private Optional<String> calibrateUntil = Optional.empty();

  @Option(
      names = "--holdout-until",
      paramLabel = "DAY",
      description = "The last day that it is judged on (default: it is not judged).")
  private Optional<String> holdoutUntil = Optional.empty();

  @Option(
      names = "--purchase-model",
      paramLabel = "MODEL",
      defaultValue = "bg-nbd",
      converter = ModelChoice.Converter.class,
      description =
          "For gamma-gamma, which is judged by what customers spent: the model that expects how often"
              + " they buy (default: ${DEFAULT-VALUE}).")
  private ModelChoice purchaseModel = new ModelChoice.Purchases(PurchaseModelKind.BG_NBD);

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--details",
      description = "Show the holdout by deciles of the forecast and by earlier purchases, too.")
  private boolean details;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Fitting fitting = fitting();
    FitReport report;
    try (InputTable table = file.open()) {
      Observations observations = observations(table);
      report = new FitReport(fitting.fit(model, observations), details);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? report.json() : report.text());
    out.flush();
  }

  private Fitting fitting() {
    if (regularity.isPresent()
        && !(model instanceof ModelChoice.Purchases purchases && purchases.hasRegularity())) {
      throw misused("--k: " + model.label() + " has none (expected: bg-cnbd-k or mbg-cnbd-k)");
    }
    if (regularity.filter(k -> k < 1 || k > MOST_REGULAR).isPresent()) {
      throw misused("--k: " + regularity.get() + " (expected: 1 to " + MOST_REGULAR + ")");
    }
    if (!(purchaseModel instanceof ModelChoice.Purchases purchases)) {
      throw misused("--purchase-model: " + purchaseModel.label() + " (expected: a purchase model)");
    }
    return new Fitting(
        regularity.map(OptionalInt::of).orElseGet(OptionalInt::empty), purchases.kind());
  }

  private Observations observations(InputTable table) {
    if (SummaryReader.canRead(table)) {
      if (calibrateUntil.isPresent() || holdoutUntil.isPresent()) {
        throw misused("--calibrate-until, --holdout-until: a table of customers has no dates");
      }
      return new SummaryReader(table).read();
    }
    if (holdoutUntil.isPresent() && calibrateUntil.isEmpty()) {
      throw misused(
          "--holdout-until: it begins where calibration ends (expected: --calibrate-until)");
    }
    if (model instanceof ModelChoice.Spend) {
      table.column("amount");
    }
    PurchaseReader reader = file.purchases(table);
    PurchaseLog log = reader.read();
    reader.remarks().forEach(remark -> spec.commandLine().getErr().println(remark));
    Calibration calibration = calibration(log, reader.clock());
    Observations observations =
        model instanceof ModelChoice.Purchases purchases && purchases.countsOpportunities()
            ? calibration.observeOpportunities(log)
            : calibration.observe(log);
    if (observations.rows() == 0) {
      throw new CommandFailure("nobody had bought by the end of calibration");
    }
    return observations;
  }

  private Calibration calibration(PurchaseLog log, Clock clock) {
    double end =
        calibrateUntil.map(day -> clock.endOf("--calibrate-until", day)).orElseGet(log::lastTime);
    OptionalDouble holdoutEnd =
        holdoutUntil
            .map(day -> OptionalDouble.of(clock.endOf("--holdout-until", day)))
            .orElseGet(OptionalDouble::empty);
    if (holdoutEnd.isPresent() && holdoutEnd.getAsDouble() <= end) {
      throw misused("--holdout-until: it must be later than --calibrate-until");
    }
    return new Calibration(end, holdoutEnd, clock.length(unit));
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
