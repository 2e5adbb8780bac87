package io.shelfwise.recommend.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PearsonSimilarityTest {
  private static final double SHRINK = 5;
  private static final int CUSTOMERS = 25;
  private static final int PRODUCTS = 12;

  private final StoreInteractions store =
      new StoreInteractions(new StoreInteractions.Reach(100, 1000));

  /** Scores are those of the definition, worked out customer by customer on random ratings. */
  @Test
  void scoresAreThoseOfTheDefinition() {
    Random random = Chance.random();
    int[][] stars = new int[CUSTOMERS][PRODUCTS];
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      for (int product = 0; product < PRODUCTS; product++) {
        stars[customer][product] = random.nextInt(3) > 0 ? 1 + random.nextInt(5) : 0;
        if (stars[customer][product] > 0) {
          rate(customer, product, stars[customer][product]);
        }
      }
    }
    double[] scores = new double[PRODUCTS];
    for (int other = 1; other < CUSTOMERS; other++) {
      double similarity = similarity(stars[0], stars[other]);
      for (int product = 0; product < PRODUCTS; product++) {
        if (similarity > 0 && stars[other][product] > 0) {
          scores[product] += similarity * similarity * (stars[other][product] - mean(stars[other]));
        }
      }
    }

    List<Proposal> proposals = ask(0);

    assertThat(proposals).hasSize((int) Arrays.stream(scores).filter(score -> score > 0).count());
    for (Proposal proposal : proposals) {
      int product = Integer.parseInt(store.products().id(proposal.product()));
      assertThat(proposal.score()).isCloseTo(scores[product], within(1e-5));
      assertThat(proposal.evidence().stream().mapToDouble(Evidence::weight).sum())
          .isCloseTo(proposal.score(), within(1e-9));
    }
  }

  @Test
  void whoeverRatedNothingHasNoNeighbours() {
    rate(1, 1, 5);
    rate(1, 2, 3);
    store.add(new Interaction("0", "1", Kind.PURCHASE, 1, 1));

    assertThat(ask(0)).isEmpty();
  }

  @Test
  void aShrinkageThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new PearsonSimilarity(-1)).hasMessage("shrink: -1.0 (expected: >= 0)");
  }

  private List<Proposal> ask(int customer) {
    NeighborsModel model =
        new NeighborsTrainer(
                new PearsonSimilarity(SHRINK), Neighborhood.ofAll(CUSTOMERS, 2), Attention.TO_ALL)
            .train(store.trainingData(InterestWeights.USUAL, 0.3, 30), Watch.NONE);
    String id = Integer.toString(customer);
    Query query = Query.of(store.taste(id, InterestWeights.USUAL), id, true, product -> true);
    return model.recommender().propose(query, PRODUCTS, new Scratch());
  }

  private static double similarity(int[] one, int[] other) {
    double dot = 0;
    double squares = 0;
    double squaresOfOther = 0;
    int both = 0;
    for (int product = 0; product < PRODUCTS; product++) {
      if (one[product] > 0 && other[product] > 0) {
        double mine = one[product] - mean(one);
        double theirs = other[product] - mean(other);
        dot += mine * theirs;
        squares += mine * mine;
        squaresOfOther += theirs * theirs;
        both++;
      }
    }
    double correlation = dot / Math.sqrt(squares * squaresOfOther);
    return Double.isFinite(correlation) ? correlation * both / (both + SHRINK) : 0;
  }

  private static double mean(int[] stars) {
    return Arrays.stream(stars).filter(star -> star > 0).average().orElse(0);
  }

  private void rate(int customer, int product, int stars) {
    store.add(
        new Interaction(
            Integer.toString(customer), Integer.toString(product), Kind.RATING, 1, stars));
  }
}
