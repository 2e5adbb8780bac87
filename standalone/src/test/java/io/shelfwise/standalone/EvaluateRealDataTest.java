package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds what the command tells of public data to what others' implementations come to. */
@Tag("real-data")
class EvaluateRealDataTest {
  private static final double ROUNDING = 0.0002;
  private static final Path DATA = Path.of(System.getProperty("shelfwise.data"));

  @Test
  void onMovieLensEveryFamilyIsAsGoodAsTheBestKnownAndTheBlendIsBetter() {
    Map<String, JsonObject> found =
        evaluate(
            "--train", DATA.resolve("movielens-1m/split/train.tsv.gz").toString(),
            "--test", DATA.resolve("movielens-1m/split/test.tsv.gz").toString());

    Map.of("user-knn", 0.2919, "item-knn", 0.2812, "rp3beta", 0.2874, "co-occurrence", 0.2676)
        .forEach(
            (name, goal) ->
                assertThat(measure(found, name, "ndcg@10"))
                    .as(name)
                    .isGreaterThan(goal - ROUNDING));
    assertThat(measure(found, "bm25", "ndcg@10")).isGreaterThan(0.2850);
    found.forEach(
        (name, of) -> {
          if (!name.equals("blend")) {
            JsonObject comparison = of.getAsJsonObject("comparison");
            assertThat(comparison.get("difference").getAsDouble()).as(name).isPositive();
            assertThat(comparison.get("correctedPValue").getAsDouble()).as(name).isLessThan(0.05);
          }
        });
  }

  @Test
  void inARealShopWhoKnowsTheCustomerBeatsTheBestsellers() {
    Map<String, JsonObject> found =
        evaluate(
            "--data",
            "online-retail",
            DATA.resolve("online-retail/online-retail.csv.gz").toString(),
            "--cut",
            "2011-09-09",
            "--recommenders",
            "user-knn,item-knn,co-occurrence,content,popular");

    double floor = measure(found, "popular", "ndcg@10");
    Stream.of("user-knn", "item-knn", "co-occurrence", "content")
        .forEach(
            name -> assertThat(measure(found, name, "ndcg@10")).as(name).isGreaterThan(2 * floor));
  }

  @Test
  void inARealShopWhatNobodyHasBoughtIsShownWherePlacesAreKept() {
    Map<String, JsonObject> found =
        evaluate(
            "--data",
            "online-retail",
            DATA.resolve("online-retail/online-retail.csv.gz").toString(),
            "--cut",
            "2011-09-09",
            "--recommenders",
            "user-knn,co-occurrence,content,new,blend",
            "--weights",
            "user-knn=.6,co-occurrence=.3,content=.1",
            "--explore",
            "10");

    assertThat(coldShown(found, "blend")).isZero();
    assertThat(coldShown(found, "blend-exploring")).isGreaterThan(100);
    assertThat(measure(found, "blend-exploring", "ndcg@10"))
        .isGreaterThan(0.95 * measure(found, "blend", "ndcg@10"));
  }

  /** How many times one that nobody had was among the first 20 of anyone's list. */
  private static int coldShown(Map<String, JsonObject> found, String name) {
    JsonObject of = found.get(name);
    assertThat(of).as(name).isNotNull();
    return of == null
        ? 0
        : of.getAsJsonArray("products").get(0).getAsJsonObject().get("shown").getAsInt();
  }

  private static double measure(Map<String, JsonObject> found, String name, String measure) {
    JsonObject of = found.get(name);
    assertThat(of).as(name).isNotNull();
    return of == null ? Double.NaN : of.get(measure).getAsDouble();
  }

  private static Map<String, JsonObject> evaluate(String... options) {
    StringWriter out = new StringWriter();
    String[] all =
        Stream.concat(Stream.of("evaluate", "--json"), Stream.of(options)).toArray(String[]::new);
    int exit = Shelfwise.commandLine().setOut(new PrintWriter(out, true)).execute(all);
    assertThat(exit).isZero();
    JsonArray array = JsonParser.parseString(out.toString()).getAsJsonArray();
    Map<String, JsonObject> byName = new HashMap<>();
    for (JsonElement element : array) {
      JsonObject one = element.getAsJsonObject();
      byName.put(one.get("recommender").getAsString(), one);
    }
    return byName;
  }
}
