package io.shelfwise.recommend.neighbors.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.pairs.PairBounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The weights are those of the definitions, worked out pair by pair on random interests. */
class ItemTrainerTest {
  private static final int CUSTOMERS = 50;
  private static final int PRODUCTS = 20;

  private final double[][] likes = likes(Chance.random());

  @Test
  void theCosineIsThatOfTheInterests() {
    assertWeights(new Cosine(), (i, j) -> cosine(likes, i, j));
  }

  @Test
  void bm25IsTheCosineOfWhatCustomersCount() {
    double mean = IntStream.range(0, CUSTOMERS).mapToDouble(this::ofCustomer).average().orElse(0);
    double[][] counts = new double[CUSTOMERS][PRODUCTS];
    for (int u = 0; u < CUSTOMERS; u++) {
      for (int i = 0; i < PRODUCTS; i++) {
        double x = likes[u][i];
        counts[u][i] = x * (2 + 1) / (2 * (1 - 0.6 + 0.6 * ofCustomer(u) / mean) + x);
      }
    }

    assertWeights(new Bm25(2, 0.6), (i, j) -> cosine(counts, i, j));
  }

  @Test
  void theWalkGoesFromProductToCustomerToProduct() {
    assertWeights(
        new RandomWalk(0.8, 0.4),
        (i, j) -> {
          double sum = 0;
          for (int u = 0; u < CUSTOMERS; u++) {
            sum +=
                Math.pow(likes[u][i] / ofProduct(i), 0.8)
                    * Math.pow(likes[u][j] / ofCustomer(u), 0.8);
          }
          return sum / Math.pow(ofProduct(j), 0.4);
        });
  }

  @Test
  void aModelReadFromASnapshotAnswersAsBefore() throws IOException {
    for (Likeness likeness : List.of(new Cosine(), new RandomWalk(1, 0.5))) {
      ItemTrainer trainer = new ItemTrainer(likeness, 5, PairBounds.NONE, Attention.TO_ALL);
      ItemModel model = trainer.train(TrainingData.of(interests()), Watch.NONE);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      model.write(new DataOutputStream(bytes));

      ItemModel read =
          trainer.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

      assertThat(ask(read, true)).isNotEmpty().isEqualTo(ask(model, true));
      assertThat(ask(read, false)).isNotEmpty().isEqualTo(ask(model, false));
    }
  }

  /** Where each product keeps one, a history is told those that keep a product of it. */
  @Test
  void aHistoryIsToldWhatItsProductsSpeakBestFor() {
    ItemModel model =
        new ItemTrainer(new Cosine(), 1, PairBounds.NONE, Attention.TO_ALL)
            .train(TrainingData.of(interests()), Watch.NONE);

    for (Proposal proposal : ask(model, true)) {
      assertThat(List.of(3, 7)).contains(model.alike().columns()[proposal.product()]);
    }
    assertThat(ask(model, false)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Bm25(0, 0.5)).hasMessage("k1: 0.0 (expected: > 0)");
    assertThatThrownBy(() -> new Bm25(1, 1.5)).hasMessage("b: 1.5 (expected: 0 to 1)");
    assertThatThrownBy(() -> new RandomWalk(0, 1)).hasMessage("alpha: 0.0 (expected: > 0)");
    assertThatThrownBy(() -> new RandomWalk(1, -1)).hasMessage("beta: -1.0 (expected: >= 0)");
    assertThatThrownBy(() -> new ItemTrainer(new Cosine(), 0, PairBounds.NONE, Attention.TO_ALL))
        .hasMessage("related: 0 (expected: >= 1)");
  }

  private interface Weight {
    double of(int i, int j);
  }

  private void assertWeights(Likeness likeness, Weight expected) {
    SparseMatrix alike =
        new ItemTrainer(likeness, PRODUCTS, PairBounds.NONE, Attention.TO_ALL)
            .train(TrainingData.of(interests()), Watch.NONE)
            .alike();
    double[][] found = new double[PRODUCTS][PRODUCTS];
    for (int i = 0; i < PRODUCTS; i++) {
      for (int e = alike.starts()[i]; e < alike.starts()[i + 1]; e++) {
        found[i][alike.columns()[e]] = alike.values()[e];
      }
    }
    for (int i = 0; i < PRODUCTS; i++) {
      for (int j = 0; j < PRODUCTS; j++) {
        double weight = i == j ? 0 : expected.of(i, j);
        assertThat(found[i][j]).isCloseTo(weight, within(1e-6 * (1 + weight)));
      }
    }
  }

  private static List<Proposal> ask(ItemModel model, boolean history) {
    Query query = Query.of(Taste.of(3, 7), "", history, product -> true);
    return model.recommender().propose(query, 10, new Scratch());
  }

  private static double cosine(double[][] values, int i, int j) {
    double dot = 0;
    double squaresOfI = 0;
    double squaresOfJ = 0;
    for (double[] customer : values) {
      dot += customer[i] * customer[j];
      squaresOfI += customer[i] * customer[i];
      squaresOfJ += customer[j] * customer[j];
    }
    return dot / Math.sqrt(squaresOfI * squaresOfJ);
  }

  private double ofCustomer(int customer) {
    return IntStream.range(0, PRODUCTS).mapToDouble(product -> likes[customer][product]).sum();
  }

  private double ofProduct(int product) {
    return IntStream.range(0, CUSTOMERS).mapToDouble(customer -> likes[customer][product]).sum();
  }

  private static double[][] likes(Random random) {
    double[][] likes = new double[CUSTOMERS][PRODUCTS];
    for (double[] customer : likes) {
      for (int product = 0; product < PRODUCTS; product++) {
        customer[product] = random.nextInt(3) == 0 ? 0.5 + 0.5 * random.nextInt(2) : 0;
      }
      customer[random.nextInt(PRODUCTS)] = 1;
    }
    return likes;
  }

  private Interests interests() {
    Interests.Builder interests = new Interests.Builder();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      for (int product = 0; product < PRODUCTS; product++) {
        if (likes[customer][product] > 0) {
          interests.add(product, likes[customer][product]);
        }
      }
      interests.end("c" + customer);
    }
    return interests.build(PRODUCTS);
  }
}
