package io.shelfwise.recommend;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * A fixed split of MovieLens 1M, on which others' implementations of the same recommenders were
 * judged: what each user rated with four stars or more, a random fifth of it held out. Ranked are
 * all movies but those that the user is known to like; equal scores in the order of the movies'
 * numbers.
 */
final class MovieLens {
  private static final int LONGEST = 100;

  private final Map<String, Set<String>> train = read("train");
  private final Map<String, Set<String>> test = read("test");
  private final Dictionary movies = movies(train);

  /**
   * The means over all users of whom something is held out.
   *
   * @param ndcg10 discounted gain of the first ten, in the unit of the best possible
   * @param recall20 hits among the first twenty, in the unit of the most possible
   * @param ndcg100 discounted gain of the first hundred
   */
  record Measures(double ndcg10, double recall20, double ndcg100) {
    private static Measures of(List<Integer> ranking, Set<Integer> relevant) {
      long hits = ranking.stream().limit(20).filter(relevant::contains).count();
      return new Measures(
          ndcg(10, ranking, relevant),
          hits / (double) Math.min(20, relevant.size()),
          ndcg(100, ranking, relevant));
    }

    private static double ndcg(int most, List<Integer> ranking, Set<Integer> relevant) {
      double gain = 0;
      double best = 0;
      for (int rank = 1; rank <= most; rank++) {
        double discounted = Math.log(2) / Math.log(rank + 1.0);
        boolean hit = rank <= ranking.size() && relevant.contains(ranking.get(rank - 1));
        gain += hit ? discounted : 0;
        best += rank <= relevant.size() ? discounted : 0;
      }
      return gain / best;
    }

    private static Measures mean(List<Measures> all) {
      return new Measures(
          all.stream().mapToDouble(Measures::ndcg10).average().orElseThrow(),
          all.stream().mapToDouble(Measures::recall20).average().orElseThrow(),
          all.stream().mapToDouble(Measures::ndcg100).average().orElseThrow());
    }
  }

  /** What models learn from. */
  TrainingData training() {
    Interests.Builder interests = new Interests.Builder();
    train.forEach(
        (user, liked) -> {
          liked.forEach(movie -> interests.add(movies.number(movie), 1));
          interests.end(user);
        });
    return TrainingData.of(interests.build(movies.size()));
  }

  /** Trains, and tells how good the model is. */
  Measures judge(Trainer<? extends Model> trainer) {
    return judge(trainer.train(training(), Watch.NONE).recommender());
  }

  /** How good a recommender is that learned from {@link #training}. */
  Measures judge(Recommender recommender) {
    Scratch.Pool rooms = new Scratch.Pool(Runtime.getRuntime().availableProcessors());
    return Measures.mean(
        test.entrySet().parallelStream()
            .map(
                user -> {
                  Set<Integer> relevant = new HashSet<>();
                  user.getValue().forEach(movie -> relevant.add(movies.number(movie)));
                  return Measures.of(rank(recommender, user.getKey(), rooms), relevant);
                })
            .toList());
  }

  private List<Integer> rank(Recommender recommender, String user, Scratch.Pool rooms) {
    int[] seen = train.getOrDefault(user, Set.of()).stream().mapToInt(movies::number).toArray();
    BitSet excluded = new BitSet();
    for (int movie : seen) {
      excluded.set(movie);
    }
    Query query = Query.of(Taste.of(seen), user, true, movie -> !excluded.get(movie));
    Scratch room = rooms.take();
    List<Proposal> proposals = recommender.propose(query, LONGEST, room);
    rooms.giveBack(room);
    return proposals.stream().map(Proposal::product).toList();
  }

  private static Dictionary movies(Map<String, Set<String>> liked) {
    TreeSet<Integer> ids = new TreeSet<>();
    liked.values().forEach(ofUser -> ofUser.forEach(id -> ids.add(Integer.valueOf(id))));
    Dictionary movies = new Dictionary();
    ids.forEach(id -> movies.number(id.toString()));
    return movies;
  }

  private static Map<String, Set<String>> read(String part) {
    Path file =
        Path.of(System.getProperty("shelfwise.data"), "movielens-1m/split/" + part + ".tsv.gz");
    Map<String, Set<String>> liked = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        liked
            .computeIfAbsent(line.substring(0, tab), user -> new HashSet<>())
            .add(line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return liked;
  }
}
