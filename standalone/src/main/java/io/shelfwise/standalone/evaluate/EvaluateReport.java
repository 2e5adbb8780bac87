package io.shelfwise.standalone.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.shelfwise.recommend.evaluate.Bootstrap;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of all recommenders, for whoever reads it: a program, or a person. */
final class EvaluateReport {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();
  private static final int WIDEST = 24;

  private final Findings findings;

  EvaluateReport(Findings findings) {
    this.findings = findings;
  }

  /** An array of objects, one for each recommender. What cannot be told is null. */
  String json() {
    JsonArray array = new JsonArray();
    findings.verdicts().forEach(verdict -> array.add(json(verdict)));
    return GSON.toJson(array);
  }

  private JsonObject json(Verdict verdict) {
    JsonObject json = new JsonObject();
    json.addProperty("recommender", verdict.recommender());
    JsonObject settings = new JsonObject();
    verdict.settings().forEach((name, value) -> settings.add(name, value(value)));
    json.add("settings", settings);
    for (MeasureAt measure : findings.measures()) {
      json.add(measure.toString(), number(verdict.judgement().mean(measure)));
    }
    json.addProperty("trainSeconds", verdict.training().seconds());
    json.addProperty("recommendSeconds", verdict.asking().seconds());
    json.addProperty("trainProcessorSeconds", verdict.training().processorSeconds());
    json.addProperty("recommendProcessorSeconds", verdict.asking().processorSeconds());
    json.addProperty("peakMegabytes", verdict.peakMegabytes());
    json.addProperty("modelMegabytes", verdict.modelMegabytes());
    json.add("intervals", intervals(verdict));
    findings.against(verdict).ifPresent(against -> json.add("comparison", comparison(against)));
    json.add("groups", groups(verdict));
    json.add("products", products(verdict));
    return json;
  }

  private JsonObject intervals(Verdict verdict) {
    JsonObject intervals = new JsonObject();
    for (MeasureAt measure : findings.byCustomer()) {
      Bootstrap.Interval interval = findings.interval(verdict, measure);
      JsonArray bounds = new JsonArray();
      bounds.add(number(interval.low()));
      bounds.add(number(interval.high()));
      intervals.add(measure.toString(), bounds);
    }
    return intervals;
  }

  private JsonObject comparison(Comparison.Against against) {
    JsonObject json = new JsonObject();
    json.addProperty("with", findings.comparison().best());
    json.addProperty("measure", findings.comparison().measure().toString());
    json.add("difference", number(against.difference()));
    json.add("pValue", number(against.pValue()));
    json.add("correctedPValue", number(against.corrected()));
    return json;
  }

  private JsonArray groups(Verdict verdict) {
    JsonArray groups = new JsonArray();
    for (Findings.Group group : findings.groups()) {
      JsonObject json = new JsonObject();
      json.addProperty("by", group.by());
      json.addProperty("group", group.name());
      json.addProperty("customers", group.size());
      for (MeasureAt measure : findings.byCustomer()) {
        json.add(measure.toString(), number(verdict.judgement().mean(measure, group.members())));
      }
      groups.add(json);
    }
    return groups;
  }

  private JsonArray products(Verdict verdict) {
    JsonArray groups = new JsonArray();
    findings
        .products(verdict)
        .forEach(
            group -> {
              JsonObject json = new JsonObject();
              json.addProperty("customers", group.name());
              json.addProperty("wanted", group.wanted());
              json.addProperty("found", group.found());
              json.addProperty("shown", group.shown());
              groups.add(json);
            });
    return groups;
  }

  private static JsonElement number(double number) {
    return Double.isNaN(number) ? JsonNull.INSTANCE : new JsonPrimitive(number);
  }

  /** Numbers as numbers, everything else as text. */
  private static JsonPrimitive value(String value) {
    return value.matches("-?\\d{1,15}(\\.\\d+)?")
        ? new JsonPrimitive(new BigDecimal(value))
        : new JsonPrimitive(value);
  }

  /** Tables. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(findings.preface());
    lines.add("");
    lines.addAll(main().lines());
    lines.add("");
    lines.add(
        "%s: 95 %% intervals, and how far the others are from %s"
            .formatted(findings.comparison().measure(), findings.comparison().best()));
    lines.addAll(comparison().lines());
    lines.add("");
    lines.add("%s by what is known of the customer".formatted(findings.comparison().measure()));
    lines.addAll(byGroup().lines());
    lines.add("");
    lines.add(
        "products wanted and found among the first %d, by how many customers had them"
            .formatted(Findings.FIRST));
    lines.addAll(byProduct().lines());
    return lines;
  }

  private Table main() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("recommender", WIDEST));
    findings.measures().forEach(measure -> columns.add(Column.number(measure.toString())));
    columns.add(Column.number("train s"));
    columns.add(Column.number("cpu s"));
    columns.add(Column.number("top 10 s"));
    columns.add(Column.number("cpu s"));
    columns.add(Column.number("model MB"));
    return new Table(columns, findings.verdicts().stream().map(this::row).toList());
  }

  private List<String> row(Verdict verdict) {
    List<String> row = new ArrayList<>();
    row.add(verdict.recommender());
    findings.measures().forEach(measure -> row.add(digits(verdict.judgement().mean(measure), 4)));
    row.add(digits(verdict.training().seconds(), 2));
    row.add(digits(verdict.training().processorSeconds(), 2));
    row.add(digits(verdict.asking().seconds(), 2));
    row.add(digits(verdict.asking().processorSeconds(), 2));
    row.add(digits(verdict.modelMegabytes(), 1));
    return row;
  }

  private Table comparison() {
    MeasureAt measure = findings.comparison().measure();
    List<List<String>> rows = new ArrayList<>();
    for (Verdict verdict : findings.verdicts()) {
      Bootstrap.Interval interval = findings.interval(verdict, measure);
      List<String> row = new ArrayList<>();
      row.add(verdict.recommender());
      row.add(digits(verdict.judgement().mean(measure), 4));
      row.add(digits(interval.low(), 4) + " to " + digits(interval.high(), 4));
      findings
          .against(verdict)
          .ifPresentOrElse(
              against -> {
                row.add(digits(-against.difference(), 4));
                row.add(digits(against.pValue(), 4));
                row.add(digits(against.corrected(), 4));
              },
              () -> row.addAll(List.of("", "", "")));
      rows.add(row);
    }
    return new Table(
        List.of(
            Column.text("recommender", WIDEST),
            Column.number("mean"),
            Column.number("interval"),
            Column.number("difference"),
            Column.number("p"),
            Column.number("p by Holm")),
        rows);
  }

  private Table byGroup() {
    MeasureAt measure = findings.comparison().measure();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("recommender", WIDEST));
    List<String> sizes = new ArrayList<>(List.of("customers"));
    for (Findings.Group group : findings.groups()) {
      columns.add(Column.number(group.by() + " " + group.name()));
      sizes.add(String.format(Locale.ROOT, "%,d", group.size()));
    }
    List<List<String>> rows = new ArrayList<>(List.of(sizes));
    for (Verdict verdict : findings.verdicts()) {
      List<String> row = new ArrayList<>(List.of(verdict.recommender()));
      findings
          .groups()
          .forEach(group -> row.add(digits(verdict.judgement().mean(measure, group.members()), 4)));
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private Table byProduct() {
    List<Column> columns = new ArrayList<>(List.of(Column.text("recommender", WIDEST)));
    List<String> wanted = new ArrayList<>(List.of("wanted"));
    findings
        .products(findings.verdicts().getFirst())
        .forEach(
            group -> {
              columns.add(Column.number(group.name()));
              wanted.add(String.format(Locale.ROOT, "%,d", group.wanted()));
            });
    List<List<String>> rows = new ArrayList<>(List.of(wanted));
    for (Verdict verdict : findings.verdicts()) {
      List<String> row = new ArrayList<>(List.of(verdict.recommender()));
      findings
          .products(verdict)
          .forEach(group -> row.add(String.format(Locale.ROOT, "%,d", group.found())));
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static String digits(double number, int decimals) {
    return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
