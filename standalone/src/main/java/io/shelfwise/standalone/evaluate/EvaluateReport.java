package io.shelfwise.standalone.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of all recommenders, for whoever reads it: a program, or a person.
 *
 * @param verdicts in the order in which they are told
 * @param measures by what was judged
 */
record EvaluateReport(List<Verdict> verdicts, List<MeasureAt> measures) {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();
  private static final int WIDEST = 24;

  /** An array of objects, one for each recommender. What cannot be told is null. */
  String json() {
    JsonArray array = new JsonArray();
    verdicts.forEach(verdict -> array.add(json(verdict)));
    return GSON.toJson(array);
  }

  private JsonObject json(Verdict verdict) {
    JsonObject json = new JsonObject();
    json.addProperty("recommender", verdict.recommender());
    JsonObject settings = new JsonObject();
    verdict.settings().forEach((name, value) -> settings.add(name, value(value)));
    json.add("settings", settings);
    for (MeasureAt measure : measures) {
      double mean = verdict.judgement().mean(measure);
      json.add(
          measure.toString(), Double.isNaN(mean) ? JsonNull.INSTANCE : new JsonPrimitive(mean));
    }
    json.addProperty("trainSeconds", verdict.trainSeconds());
    json.addProperty("recommendSeconds", verdict.recommendSeconds());
    json.addProperty("peakMegabytes", verdict.peakMegabytes());
    json.addProperty("modelMegabytes", verdict.modelMegabytes());
    return json;
  }

  /** Numbers as numbers, everything else as text. */
  private static JsonPrimitive value(String value) {
    return value.matches("-?\\d{1,15}(\\.\\d+)?")
        ? new JsonPrimitive(Double.valueOf(value))
        : new JsonPrimitive(value);
  }

  /** A table. */
  List<String> lines() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("recommender", WIDEST));
    measures.forEach(measure -> columns.add(Column.number(measure.toString())));
    columns.add(Column.number("train s"));
    columns.add(Column.number("top 10 s"));
    columns.add(Column.number("model MB"));
    return new Table(columns, verdicts.stream().map(this::row).toList()).lines();
  }

  private List<String> row(Verdict verdict) {
    List<String> row = new ArrayList<>();
    row.add(verdict.recommender());
    measures.forEach(measure -> row.add(digits(verdict.judgement().mean(measure), 4)));
    row.add(digits(verdict.trainSeconds(), 2));
    row.add(digits(verdict.recommendSeconds(), 2));
    row.add(digits(verdict.modelMegabytes(), 1));
    return row;
  }

  private static String digits(double number, int decimals) {
    return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
