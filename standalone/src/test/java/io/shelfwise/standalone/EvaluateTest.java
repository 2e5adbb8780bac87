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

  private int run(String... options) {
    return Shelfwise.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Stream.concat(
                    Stream.of(
                        "evaluate",
                        "--train",
                        folder.resolve("train.tsv").toString(),
                        "--test",
                        folder.resolve("test.tsv").toString()),
                    Stream.of(options))
                .toArray(String[]::new));
  }
}
