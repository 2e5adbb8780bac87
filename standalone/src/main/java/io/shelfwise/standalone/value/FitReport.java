package io.shelfwise.standalone.value;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.shelfwise.standalone.terminal.PeakMemory;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.numeric.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A fit, for whoever reads it: a program, or a person.
 *
 * @param result what it came to
 * @param peakMegabytes the most memory that the process held until then
 * @param details whether to tell the holdout by groups of customers, too
 */
record FitReport(FitResult result, double peakMegabytes, boolean details) {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();
  private static final int LAST_FREQUENCY = 7;

  FitReport(FitResult result, boolean details) {
    this(result, PeakMemory.megabytes(), details);
  }

  /** One JSON object. What the data do not tell is null. */
  String json() {
    JsonObject json = new JsonObject();
    json.addProperty("model", result.model());
    json.addProperty("customers", result.customers());
    json.add("parameters", parameters());
    json.add("standardErrors", standardErrors());
    json.addProperty("logLikelihood", result.logLikelihood());
    json.add("holdout", result.holdout().map(this::json).orElse(JsonNull.INSTANCE));
    json.addProperty("fitSeconds", result.fitSeconds());
    json.addProperty("peakMegabytes", peakMegabytes);
    return GSON.toJson(json);
  }

  private JsonObject parameters() {
    JsonObject parameters = new JsonObject();
    result.regularity().ifPresent(k -> parameters.addProperty("k", k));
    result.estimates().values().forEach(parameters::addProperty);
    return parameters;
  }

  private JsonObject standardErrors() {
    Estimates estimates = result.estimates();
    JsonObject errors = new JsonObject();
    for (int i = 0; i < estimates.size(); i++) {
      errors.add(estimates.names().get(i), number(estimates.standardError(i)));
    }
    return errors;
  }

  private JsonElement json(Comparison holdout) {
    Accuracy accuracy = holdout.accuracy();
    JsonObject json = new JsonObject();
    json.addProperty("actual", accuracy.actual());
    json.addProperty("expected", accuracy.expected());
    json.addProperty("mae", accuracy.mae());
    json.addProperty("rmse", accuracy.rmse());
    json.add("bias", number(accuracy.bias()));
    json.addProperty("msle", accuracy.msle());
    json.add("gini", number(accuracy.gini()));
    if (details) {
      json.add("deciles", array(holdout.deciles()));
      json.add("byFrequency", array(holdout.byFrequency(LAST_FREQUENCY)));
    }
    return json;
  }

  private static JsonArray array(List<?> rows) {
    JsonArray array = new JsonArray();
    rows.forEach(row -> array.add(GSON.toJsonTree(row)));
    return array;
  }

  private static JsonElement number(OptionalDouble number) {
    return number.isPresent() ? new JsonPrimitive(number.getAsDouble()) : JsonNull.INSTANCE;
  }

  /** Tables. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("%s, fitted to %,d customers".formatted(result.model(), result.customers()));
    lines.add("");
    lines.addAll(parameterTable().lines());
    lines.add("");
    lines.add("log-likelihood " + digits(result.logLikelihood(), 4));
    result.holdout().ifPresent(holdout -> addHoldout(holdout, lines));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "fitted in %.3f s; at most %,.0f MB of memory",
            result.fitSeconds(),
            peakMegabytes));
    return String.join(System.lineSeparator(), lines);
  }

  private Table parameterTable() {
    Estimates estimates = result.estimates();
    List<List<String>> rows = new ArrayList<>();
    result.regularity().ifPresent(k -> rows.add(List.of("k", Integer.toString(k), "")));
    IntStream.range(0, estimates.size())
        .mapToObj(
            i ->
                List.of(
                    estimates.names().get(i),
                    digits(estimates.value(i), 6),
                    digits(estimates.standardError(i), 6)))
        .forEach(rows::add);
    return new Table(
        List.of(
            Column.text("parameter", 20), Column.number("value"), Column.number("standard error")),
        rows);
  }

  private void addHoldout(Comparison holdout, List<String> lines) {
    Accuracy accuracy = holdout.accuracy();
    lines.add("");
    lines.addAll(
        new Table(
                List.of(
                    Column.text("holdout", 20),
                    Column.number("actual"),
                    Column.number("expected"),
                    Column.number("bias"),
                    Column.number("MAE"),
                    Column.number("RMSE"),
                    Column.number("MSLE"),
                    Column.number("Gini")),
                List.of(
                    List.of(
                        "%,d customers".formatted(accuracy.customers()),
                        digits(accuracy.actual(), 2),
                        digits(accuracy.expected(), 2),
                        percent(accuracy.bias()),
                        digits(accuracy.mae(), 5),
                        digits(accuracy.rmse(), 5),
                        digits(accuracy.msle(), 5),
                        digits(accuracy.gini(), 5))))
            .lines());
    if (details) {
      lines.add("");
      lines.addAll(deciles(holdout).lines());
      lines.add("");
      lines.addAll(byFrequency(holdout).lines());
    }
  }

  private static Table deciles(Comparison holdout) {
    return means(
        "decile",
        holdout.deciles().stream()
            .map(
                decile ->
                    row(
                        Integer.toString(decile.number()),
                        decile.customers(),
                        decile.actualMean(),
                        decile.expectedMean()))
            .toList());
  }

  private static Table byFrequency(Comparison holdout) {
    return means(
        "bought before",
        holdout.byFrequency(LAST_FREQUENCY).stream()
            .map(
                group ->
                    row(
                        group.frequency() + (group.frequency() == LAST_FREQUENCY ? "+" : ""),
                        group.customers(),
                        group.actualMean(),
                        group.expectedMean()))
            .toList());
  }

  private static Table means(String title, List<List<String>> rows) {
    return new Table(
        List.of(
            Column.text(title, 20),
            Column.number("customers"),
            Column.number("actual"),
            Column.number("expected")),
        rows);
  }

  private static List<String> row(String group, long customers, double actual, double expected) {
    return List.of(
        group,
        String.format(Locale.ROOT, "%,d", customers),
        digits(actual, 6),
        digits(expected, 6));
  }

  private static String digits(OptionalDouble number, int decimals) {
    return number.isPresent() ? digits(number.getAsDouble(), decimals) : "";
  }

  private static String digits(double number, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }

  private static String percent(OptionalDouble part) {
    return part.isPresent() ? String.format(Locale.ROOT, "%+.2f %%", 100 * part.getAsDouble()) : "";
  }
}
