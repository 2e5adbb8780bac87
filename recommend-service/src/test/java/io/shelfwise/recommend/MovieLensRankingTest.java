package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.cooccurrence.CooccurrenceTrainer;
import io.shelfwise.recommend.evaluate.RankingMeasures;
import io.shelfwise.recommend.evaluate.TimeSplit;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.neighbors.Neighborhood;
import io.shelfwise.recommend.neighbors.NeighborsTrainer;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares the recommenders with others' implementations of the same, on a fixed split of MovieLens
 * 1M: what each user rated with four stars or more, a random fifth of it held out.
 */
@Tag("real-data")
class MovieLensRankingTest {
  private static final int LONGEST = 20;

  private final Map<String, Set<String>> train = read("train");
  private final Map<String, Set<String>> test = read("test");
  private final Dictionary movies = movies(train);
  private final Interests interests = interests();

  @Test
  void neighboursRankAsThoseOfAReferenceDo() {
    Recommender neighbors =
        new NeighborsTrainer(new Neighborhood(100, 2), Attention.TO_ALL)
            .train(TrainingData.of(interests), Watch.NONE)
            .recommender();

    RankingMeasures measures = judge(neighbors);

    assertThat(measures.ndcg10()).isCloseTo(0.2919, within(0.0005));
    assertThat(measures.recall20()).isCloseTo(0.3076, within(0.0005));
  }

  @Test
  void cooccurrencesRankAsThoseOfAReferenceDo() {
    Recommender cooccurrence =
        new CooccurrenceTrainer(new CooccurrenceTrainer.Settings(100, 1), Attention.TO_ALL)
            .train(TrainingData.of(interests), Watch.NONE)
            .recommender();

    RankingMeasures measures = judge(cooccurrence);

    assertThat(measures.ndcg10()).isCloseTo(0.2676, within(0.0005));
    assertThat(measures.recall20()).isCloseTo(0.2846, within(0.0005));
  }

  private RankingMeasures judge(Recommender recommender) {
    Scratch.Pool rooms = new Scratch.Pool(Runtime.getRuntime().availableProcessors());
    return new TimeSplit(List.of(), test).judge(movies, user -> rank(recommender, user, rooms));
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

  private Interests interests() {
    Interests.Builder builder = new Interests.Builder();
    train.forEach(
        (user, liked) -> {
          liked.forEach(movie -> builder.add(movies.number(movie), 1));
          builder.end(user);
        });
    return builder.build(movies.size());
  }

  /** Equal scores are ordered by the movie's number, as in the reference. */
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
