package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.model.RecommenderName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {
  private static final int CUSTOMERS = 60;
  private static final int PRODUCTS = 30;

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Two kinds of customers, who want products of two kinds; the last two of each are held out. */
  @BeforeEach
  void writeFiles() throws IOException {
    Random random = new Random(20_111_209);
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      int half = customer % 2;
      int[] wanted = random.ints(0, PRODUCTS / 2).distinct().limit(8).toArray();
      for (int i = 0; i < wanted.length; i++) {
        (i < 6 ? train : test)
            .append(customer)
            .append('\t')
            .append(wanted[i] + half * PRODUCTS / 2)
            .append('\n');
      }
    }
    Files.writeString(folder.resolve("train.tsv"), train);
    Files.writeString(folder.resolve("test.tsv"), test + "nobody\t3\n");
  }

  @Test
  void anArrayTellsOfEachRecommender() {
    assertThat(run("--recommenders", "user-knn,popular,blend", "--json"))
        .as(err.toString())
        .isZero();

    JsonArray array = JsonParser.parseString(out.toString()).getAsJsonArray();
    assertThat(array).hasSize(3);
    JsonObject neighbours = array.get(0).getAsJsonObject();
    assertThat(neighbours.get("recommender").getAsString()).isEqualTo("user-knn");
    assertThat(neighbours.getAsJsonObject("settings").get("neighbors").getAsInt()).isEqualTo(100);
    assertThat(neighbours.keySet())
        .contains("trainSeconds", "recommendSeconds", "peakMegabytes", "recall@20", "ndcg@100");
    // Who has bought half of one kind wants the rest of it.
    assertThat(neighbours.get("ndcg@10").getAsDouble())
        .isGreaterThan(array.get(1).getAsJsonObject().get("ndcg@10").getAsDouble());
    assertThat(array.get(2).getAsJsonObject().getAsJsonObject("settings").keySet())
        .contains("user-knn");
  }

  @Test
  void listsAreWrittenForAnyonesEvaluator() throws IOException {
    Path top = folder.resolve("top.tsv");

    assertThat(run("--recommenders", "popular", "--write-top", "3", top.toString()))
        .as(err.toString())
        .isZero();

    try (Stream<String> lines = Files.lines(top)) {
      assertThat(lines)
          .hasSize(3 * (CUSTOMERS + 1))
          .allMatch(line -> line.matches("popular\t\\w+\t\\d+\t[123]"));
    }
  }

  @Test
  void aPictureIsDrawn() throws IOException {
    Path page = folder.resolve("plot.html");
    Path bitmap = folder.resolve("plot.png");

    assertThat(run("--recommenders", "popular", "--plot", page.toString())).isZero();
    assertThat(run("--recommenders", "popular", "--plot", bitmap.toString())).isZero();

    assertThat(page)
        .content()
        .contains("<svg")
        .contains("popular")
        .doesNotContain("http://localhost");
    assertThat(Files.readAllBytes(bitmap)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void searchTellsAllThatWasTried() {
    assertThat(
            run(
                "--recommenders",
                "user-knn",
                "--search",
                "10",
                "--set",
                "user-knn.neighbors=5,20",
                "--set",
                "user-knn.power=1,2"))
        .as(err.toString())
        .isZero();

    assertThat(out.toString())
        .contains("5 trials", "as delivered")
        .contains("user-knn.neighbors=20");
  }

  @Test
  void searchTriesTheDeliveredSettingsOnce() {
    String delivered =
        OfflineRecommenders.with(Map.of()).settings(RecommenderName.USER_KNN).get("power");
    assertThat(
            run(
                "--recommenders",
                "user-knn",
                "--search",
                "10",
                "--set",
                "user-knn.power=" + delivered + ",7"))
        .as(err.toString())
        .isZero();

    assertThat(out.toString()).contains("2 trials", "as delivered", "user-knn.power=7");
  }

  @Test
  void whatThereIsNotIsRefusedWithWhatThereIs() {
    assertThat(run("--recommenders", "psychic")).isEqualTo(2);
    assertThat(err.toString()).contains("psychic").contains("user-knn");
    assertThat(run("--set", "user-knn.neighbours=3")).isEqualTo(1);
    assertThat(err.toString()).contains("user-knn.neighbors");
    assertThat(run("--measures", "luck@10")).isEqualTo(2);
    assertThat(err.toString()).contains("hit-rate");
  }

  @Test
  void aSettingThatCannotBeIsNamedWhole() {
    assertThat(run("--recommenders", "user-knn", "--set", "user-knn.neighbors=-3")).isEqualTo(1);
    assertThat(err.toString()).contains("--set user-knn.neighbors=-3: ").contains("(expected: ");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldBeforeAnythingIsRead() {
    String none = folder.resolve("none").toString();
    assertThat(evaluate("--train", none, "--test", none, "--plot", none + "/plot.png"))
        .isEqualTo(1);
    assertThat(evaluate("--train", none, "--test", none, "--write-top", "3", none + "/top.tsv"))
        .isEqualTo(1);

    assertThat(err.toString())
        .contains("--plot: " + none + "/plot.png (expected: a file in a folder that is there")
        .contains("--write-top: " + none + "/top.tsv (expected: a file in a folder that is there")
        .doesNotContain("cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --split random                        | --split has no meaning beside --train and --test
          --split nix                           | --split has no meaning beside --train and --test
          --holdout 2                           | --holdout has no meaning beside --train and --test
          --cut 2011-13-01                      | --cut has no meaning beside --train and --test
          --positive 3                          | --positive has no meaning beside --train and --test
          --weights popular=1                   | --weights has no meaning without blend
          --search 2 --plot x.png               | --plot has no meaning beside --search
          --candidates -1                       | --candidates: -1 (expected: a whole number, 1 to 10,000)
          --folds 0                             | --folds: 0 (expected: a whole number, 1 to 100)
          """)
  void anOptionThatWouldBePassedOverIsRefused(String options, String told) {
    String[] all = ("--recommenders popular " + options).split(" ");
    assertThat(run(all)).isEqualTo(2);
    assertThat(err.toString()).contains(told);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --split nix                               | 2 | --split: nix (expected: time, random or leave-last-out)
          --split random --holdout 2                | 2 | --holdout: 2.0 (expected: more than 0, below 1)
          --split random --cut 2011-01-01           | 2 | --cut has no meaning beside --split random
          --split leave-last-out --holdout .3       | 2 | --holdout has no meaning beside --split leave-last-out
          --cut 2011-13-01                          | 2 | --cut: 2011-13-01 (expected: a day such as 2011-09-09)
          --split random --positive 9               | 1 | --positive: 9.0: nobody is to be judged, for no movie has so many stars
          --split random --holdout .01              | 1 | --split random: nobody can be judged (expected: customers who want 5 products or more
          --split time                              | 1 | ratings.csv, line 8: timestamp: nothing (expected: a time in seconds since 1970); --split time goes by the time
          --split leave-last-out                    | 1 | ratings.csv, line 8: timestamp: nothing
          """)
  void aSplitThatCannotBeMadeIsRefused(String options, int exitCode, String told)
      throws IOException {
    assertThat(evaluate(("--recommenders popular " + ratings() + options).split(" ")))
        .isEqualTo(exitCode);
    assertThat(err.toString()).contains(told);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void ratingsWithoutATimeCanBeSplitAtRandom() throws IOException {
    assertThat(
            evaluate(
                ("--recommenders popular,popular --json --repeats false --split random "
                        + ratings().strip())
                    .split(" ")))
        .as(err.toString())
        .isZero();
    assertThat(JsonParser.parseString(out.toString()).getAsJsonArray()).hasSize(1);
  }

  /** Movies of 20 users, who all like the same; from the eighth line on without the time. */
  private String ratings() throws IOException {
    StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
    for (int rating = 0; rating < 120; rating++) {
      ratings.append(
          "%d,%d,5,%s\n".formatted(rating / 6, rating % 6, rating < 6 ? "978300760" : ""));
    }
    Path file = Files.writeString(folder.resolve("ratings.csv"), ratings);
    return "--data movielens " + file + " ";
  }

  @Test
  void aTableOfEventsNeedsItsColumns() throws IOException {
    Path events =
        Files.writeString(folder.resolve("events.csv"), "id,customer,product\ne1,ann,tea\n");

    assertThat(evaluate("--data", "csv", events.toString())).isEqualTo(1);
    assertThat(evaluate("--data", "online-retail", events.toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains(events + ": the first row has no column that is called kind (there are: ")
        .contains(events + ": the first row has no column that is called InvoiceNo (there are: ")
        .doesNotContain("--columns");
  }

  @Test
  void itTellsWhatItIsDoing() {
    assertThat(run("--recommenders", "user-knn,popular,blend", "--folds", "2")).isZero();
    assertThat(err.toString())
        .containsSubsequence(
            "judging user-knn (1 of 2)",
            "judging popular (2 of 2)",
            "fitting the blend: training all on part 1 of 2",
            "fitting the blend: the weights");
  }

  private int run(String... options) {
    return evaluate(
        Stream.concat(
                Stream.of(
                    "--train",
                    folder.resolve("train.tsv").toString(),
                    "--test",
                    folder.resolve("test.tsv").toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private int evaluate(String... options) {
    return Shelfwise.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of("evaluate"), Stream.of(options)).toArray(String[]::new));
  }
}
