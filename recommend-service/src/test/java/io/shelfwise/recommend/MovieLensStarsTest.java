package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.factors.FactorSettings;
import io.shelfwise.recommend.factors.Feedback;
import io.shelfwise.recommend.factors.RatingTrainer;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Sequences;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Foretells the stars of MovieLens 1M: of five parts, cut by chance, the first from the others. */
@Tag("real-data")
class MovieLensStarsTest {
  private static final int MOVIES = 4_000;
  private static final String HELD_OUT = "1";

  private final Map<Integer, Map<Integer, Double>> known = new TreeMap<>();
  private final Map<Integer, Map<Integer, Double>> heldOut = new TreeMap<>();

  /** The error of the mean of all stars is 1.117. */
  @Test
  void starsAreForetold() throws IOException {
    read();
    FactorSettings settings =
        new FactorSettings(Feedback.EXPLICIT, 50, 15, new FactorSettings.Solver(1), 0, 0.07, 1, 1);
    Recommender recommender =
        new RatingTrainer(settings, 1).train(training(), Watch.NONE).recommender();
    StoreInteractions store = store();
    Scratch scratch = new Scratch();
    double squares = 0;
    int count = 0;
    for (Map.Entry<Integer, Map<Integer, Double>> customer : heldOut.entrySet()) {
      Map<Integer, Double> stars = customer.getValue();
      Query query =
          Query.of(
              store.taste(customer.getKey().toString(), InterestWeights.USUAL),
              customer.getKey().toString(),
              true,
              movie -> stars.containsKey(movie));
      for (var foretold : recommender.propose(query, stars.size(), scratch)) {
        double error = foretold.score() - stars.getOrDefault(foretold.product(), 0.0);
        squares += error * error;
        count++;
      }
    }
    assertThat(count).as("next to none is left out").isGreaterThan(199_900);
    assertThat(Math.sqrt(squares / count)).isLessThan(0.855);
  }

  private TrainingData training() {
    Interests.Builder customers = new Interests.Builder();
    SparseMatrix.Builder stars = new SparseMatrix.Builder();
    Sequences.Builder nothing = new Sequences.Builder();
    known.forEach(
        (customer, given) -> {
          given.forEach(stars::add);
          stars.endRow();
          customers.end(customer.toString());
          nothing.endCustomer();
        });
    Sequences none = nothing.build();
    return new TrainingData(
        customers.build(MOVIES),
        SparseMatrix.empty(known.size(), MOVIES),
        Map.of(),
        stars.build(MOVIES),
        none,
        none,
        0);
  }

  /** What is known, as it is when someone asks; movies have their own numbers. */
  private StoreInteractions store() {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(MOVIES, 1));
    for (int movie = 0; movie < MOVIES; movie++) {
      store.add(new Interaction("all", Integer.toString(movie), Kind.VIEW, 0, 1));
    }
    known.forEach(
        (customer, given) ->
            given.forEach(
                (movie, stars) ->
                    store.add(
                        new Interaction(
                            customer.toString(), movie.toString(), Kind.RATING, 0, stars))));
    return store;
  }

  private void read() throws IOException {
    Path file = Path.of(System.getProperty("shelfwise.data"), "movielens-1m/ratings.csv.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        (cells[4].equals(HELD_OUT) ? heldOut : known)
            .computeIfAbsent(Integer.valueOf(cells[0]), customer -> new TreeMap<>())
            .put(Integer.valueOf(cells[1]), Double.valueOf(cells[2]));
      }
    }
  }
}
