package io.shelfwise.recommend.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
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
import java.util.concurrent.CancellationException;
import org.apache.mahout.math.stats.LogLikelihood;
import org.junit.jupiter.api.Test;

class CooccurrenceTrainerTest {
  private static final CooccurrenceTrainer TRAINER = trainer(100, 1);

  private static final CooccurrenceTrainer SIGNS =
      new CooccurrenceTrainer(
          10, List.of(new Sign(Kind.VIEW, 0.5)), PairBounds.NONE, Attention.TO_ALL);

  /** Every weight is Mahout's log-likelihood ratio of the pair's table, counted pair by pair. */
  @Test
  void weightsAreLogLikelihoodRatios() {
    long seed = 4711;
    boolean[][] likes = likes(seed, 60, 25);

    SparseMatrix related = train(TRAINER, interests(likes));

    for (int i = 0; i < 25; i++) {
      for (int j = 0; j < 25; j++) {
        double expected = i == j ? 0 : expected(likes, i, j);
        assertThat(weight(related, i, j))
            .as("seed %d, products %d and %d", seed, i, j)
            .isCloseTo(expected, within(1e-5 * (1 + expected)));
      }
    }
  }

  @Test
  void onlyTheBestAreKeptAndStandInOrder() {
    Interests interests = interests(likes(4712, 60, 25));
    SparseMatrix related = train(trainer(3, 1), interests);
    SparseMatrix all = train(TRAINER, interests);

    for (int row = 0; row < 25; row++) {
      int kept = related.starts()[row + 1] - related.starts()[row];
      assertThat(kept).isEqualTo(Math.min(3, all.starts()[row + 1] - all.starts()[row]));
      for (int e = 0; e < kept; e++) {
        assertThat(related.values()[related.starts()[row] + e])
            .isEqualTo(all.values()[all.starts()[row] + e]);
      }
    }
  }

  @Test
  void pairsOfTooFewCustomersAreLeftOut() {
    boolean[][] likes = {{true, true, false}, {true, false, true}, {false, false, true}};
    SparseMatrix related = train(trainer(10, 2), interests(likes));

    assertThat(related.entries()).isZero();
  }

  @Test
  void trainingCanBeGivenUp() {
    assertThatThrownBy(() -> TRAINER.train(TrainingData.of(interests(likes(1, 5, 5))), new Ended()))
        .isInstanceOf(CancellationException.class);
  }

  /** Who looks at cups buys plates; nobody buys two different things. */
  @Test
  void whatIsLookedAtIsASignOfWhatIsBought() {
    StoreInteractions store = shop();
    CooccurrenceModel model = SIGNS.train(data(store), Watch.NONE);

    int cup = store.products().number("cup");
    int plate = store.products().number("plate");
    assertThat(model.companions().of().entries()).isZero();
    // Of 30 customers, 10 looked at a cup and the same 10 bought a plate.
    assertThat(weight(model.bySign().values().iterator().next().of(), plate, cup))
        .isEqualTo((float) LogLikelihood.logLikelihoodRatio(10, 0, 0, 20));

    store.add(new Interaction("eve", "cup", Kind.VIEW, 100, 1));
    List<Proposal> proposals = ask(model, store, "eve", true);
    assertThat(proposals).extracting(Proposal::product).containsExactly(plate);
    assertThat(proposals.getFirst().score())
        .isCloseTo(0.5 * LogLikelihood.logLikelihoodRatio(10, 0, 0, 20), within(1e-4));
    assertThat(proposals.getFirst().evidence())
        .containsExactly(new Evidence.FromProduct(cup, proposals.getFirst().score()));
  }

  @Test
  void onAPageProductsSpeakAsIfTheyWereBought() {
    StoreInteractions store = shop();
    CooccurrenceModel model = SIGNS.train(data(store), Watch.NONE);
    store.add(new Interaction("eve", "cup", Kind.VIEW, 100, 1));

    assertThat(ask(model, store, "eve", false)).isEmpty();
  }

  @Test
  void aLookAtWhatWasBroughtBackOrRatedBadlyIsNoSign() {
    StoreInteractions store = shop();
    CooccurrenceModel model = SIGNS.train(data(store), Watch.NONE);
    store.add(new Interaction("eve", "cup", Kind.VIEW, 100, 1));
    store.add(new Interaction("eve", "cup", Kind.PURCHASE, 101, 1));
    store.add(new Interaction("eve", "cup", Kind.RETURN, 102, 1));
    store.add(new Interaction("zoe", "cup", Kind.VIEW, 100, 1));
    store.add(new Interaction("zoe", "cup", Kind.RATING, 101, 1));

    assertThat(ask(model, store, "eve", true)).isEmpty();
    assertThat(ask(model, store, "zoe", true)).isEmpty();
  }

  @Test
  void whatIsTakenOutOfTheCartIsNoSignUntilItIsLaidThereAgain() {
    CooccurrenceTrainer carts =
        new CooccurrenceTrainer(
            10, List.of(new Sign(Kind.CART_ADDITION, 0.5)), PairBounds.NONE, Attention.TO_ALL);
    StoreInteractions store = shop();
    for (int customer = 0; customer < 10; customer++) {
      store.add(new Interaction("c" + customer, "cup", Kind.CART_ADDITION, 3, 1));
    }
    CooccurrenceModel model = carts.train(data(store), Watch.NONE);
    store.add(new Interaction("eve", "cup", Kind.CART_ADDITION, 100, 1));
    assertThat(ask(model, store, "eve", true))
        .extracting(Proposal::product)
        .contains(store.products().number("plate"));
    store.add(new Interaction("eve", "cup", Kind.CART_REMOVAL, 101, 1));
    assertThat(ask(model, store, "eve", true)).isEmpty();
    store.add(new Interaction("eve", "cup", Kind.CART_ADDITION, 102, 1));
    assertThat(ask(model, store, "eve", true))
        .extracting(Proposal::product)
        .contains(store.products().number("plate"));
  }

  @Test
  void aModelReadFromASnapshotAnswersAsBefore() throws IOException {
    StoreInteractions store = shop();
    CooccurrenceModel model = SIGNS.train(data(store), Watch.NONE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));

    CooccurrenceModel read =
        SIGNS.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    store.add(new Interaction("eve", "cup", Kind.VIEW, 100, 1));
    assertThat(ask(read, store, "eve", true))
        .isNotEmpty()
        .isEqualTo(ask(model, store, "eve", true));
  }

  /** 10 customers look at a cup and buy a plate, 20 look at a fork and buy a spoon. */
  private static StoreInteractions shop() {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    for (int customer = 0; customer < 30; customer++) {
      boolean drinks = customer < 10;
      store.add(new Interaction("c" + customer, drinks ? "cup" : "fork", Kind.VIEW, 1, 1));
      store.add(new Interaction("c" + customer, drinks ? "plate" : "spoon", Kind.PURCHASE, 2, 1));
    }
    return store;
  }

  private static TrainingData data(StoreInteractions store) {
    return store.trainingData(InterestWeights.USUAL, 0.3, 30);
  }

  private static List<Proposal> ask(
      CooccurrenceModel model, StoreInteractions store, String customer, boolean history) {
    Query query =
        Query.of(
            store.taste(customer, InterestWeights.USUAL),
            store.trail(customer),
            customer,
            history,
            product -> true,
            store.now());
    return model.recommender().propose(query, 10, new Scratch());
  }

  private static CooccurrenceTrainer trainer(int related, int leastCustomers) {
    PairBounds bounds = new PairBounds(Integer.MAX_VALUE, Integer.MAX_VALUE, leastCustomers);
    return new CooccurrenceTrainer(related, List.of(), bounds, Attention.TO_ALL);
  }

  private static SparseMatrix train(CooccurrenceTrainer trainer, Interests interests) {
    return trainer.train(TrainingData.of(interests), Watch.NONE).companions().of();
  }

  private static double expected(boolean[][] likes, int i, int j) {
    long both = 0;
    long first = 0;
    long second = 0;
    for (boolean[] customer : likes) {
      both += customer[i] && customer[j] ? 1 : 0;
      first += customer[i] ? 1 : 0;
      second += customer[j] ? 1 : 0;
    }
    boolean byChance = both * likes.length <= first * second;
    return byChance
        ? 0
        : LogLikelihood.logLikelihoodRatio(
            both, first - both, second - both, likes.length - first - second + both);
  }

  private static double weight(SparseMatrix matrix, int row, int column) {
    for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
      if (matrix.columns()[e] == column) {
        return matrix.values()[e];
      }
    }
    return 0;
  }

  private static boolean[][] likes(long seed, int customers, int products) {
    Random random = new Random(seed);
    boolean[][] likes = new boolean[customers][products];
    for (boolean[] customer : likes) {
      customer[0] = true;
      for (int product = 1; product < products; product++) {
        customer[product] = random.nextInt(products) > product;
      }
    }
    return likes;
  }

  private static Interests interests(boolean[][] likes) {
    Interests.Builder interests = new Interests.Builder();
    for (int customer = 0; customer < likes.length; customer++) {
      for (int product = 0; product < likes[customer].length; product++) {
        if (likes[customer][product]) {
          interests.add(product, 1);
        }
      }
      interests.end("c" + customer);
    }
    return interests.build(likes[0].length);
  }

  /** Gives up at once. */
  private record Ended() implements Watch {
    @Override
    public boolean cancelled() {
      return true;
    }

    @Override
    public void progress(double part) {}
  }
}
