package io.shelfwise.recommend.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.factors.FactorSettings.Solver;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.NothingLearnedException;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Five hundred customers, each of whom likes products of one kind: those of the same number modulo
 * five; now and then of another.
 */
class FactorRecommenderTest {
  private static final int KINDS = 5;
  private static final int PRODUCTS = 200;
  private static final CellSettings NO_CELLS = new CellSettings(1_000, 1, 1);

  private final TrainingData data = data();
  private final FactorTrainer trainer = trainer(NO_CELLS, Attention.TO_ALL);
  private final FactorModel model = trainer.train(data, Watch.NONE);

  @Test
  void whoLikesOneKindIsProposedThatKind() {
    List<Proposal> proposals = propose(model, _ -> true, 20, 3, 8, 13);
    assertThat(proposals).hasSize(20).allMatch(proposal -> proposal.product() % KINDS == 3);
  }

  @Test
  void theNewestEventChangesTheNextAnswer() {
    assertThat(propose(model, _ -> true, 5, 3, 8, 13))
        .noneMatch(proposal -> proposal.product() % KINDS == 1);
    assertThat(propose(model, _ -> true, 40, 1, 3, 8, 13))
        .anyMatch(proposal -> proposal.product() % KINDS == 1);
  }

  /** For a taste of few products, and for one of more products than there are factors. */
  @Test
  void theEvidenceAddsUpToTheScore() {
    for (int length : new int[] {3, 5, 12, 60}) {
      int[] taste = IntStream.range(0, length).map(i -> 3 * i + 1).toArray();
      for (Proposal proposal : propose(model, _ -> true, 10, taste)) {
        double sum = proposal.evidence().stream().mapToDouble(Evidence::weight).sum();
        assertThat(sum).isCloseTo(proposal.score(), within(1e-6 * proposal.score()));
        assertThat(proposal.evidence()).hasSizeLessThanOrEqualTo(Evidence.MOST + 1);
      }
    }
  }

  /** With few products, all are told, and what rounding leaves is not. */
  @Test
  void thePartsOfAllProductsAreTheWholeScore() {
    for (Proposal proposal : propose(model, _ -> true, 10, 3, 8)) {
      assertThat(proposal.evidence()).allMatch(each -> each instanceof Evidence.FromProduct);
      double told =
          proposal.evidence().stream()
              .filter(evidence -> evidence instanceof Evidence.FromProduct)
              .mapToDouble(Evidence::weight)
              .sum();
      assertThat(told).isCloseTo(proposal.score(), within(1e-4 * proposal.score()));
    }
  }

  /** The history as one more row of the half-step that training takes. */
  @Test
  void aHistoryIsSolvedForAsInTraining() {
    for (int length : new int[] {4, 60}) {
      int[] taste = IntStream.range(0, length).map(i -> 3 * i + 1).toArray();
      Factors products = model.space().factors();
      SparseMatrix.Builder row = new SparseMatrix.Builder();
      for (int product : taste) {
        row.add(model.space().row(product), 1);
      }
      row.endRow();
      Side side = Side.of(row.build(products.count()), model.settings());
      // A row of its own has no other columns; what it costs is told by the model's.
      side.penalties()[0] = (float) model.settings().penalty(length, products.count());
      Factors customer = Factors.zeros(1, products.width());
      HalfStep.of(side, products, customer, model.settings().unobserved())
          .run(Solver.EXACT, Watch.NONE);
      for (Proposal proposal : propose(model, _ -> true, 10, taste)) {
        double score = 0;
        for (int k = 0; k < products.width(); k++) {
          int start = products.start(model.space().row(proposal.product()));
          score += customer.values()[k] * products.values()[start + k];
        }
        assertThat(proposal.score()).isCloseTo(score, within(1e-4));
      }
    }
  }

  @Test
  void whatIsNotAllowedIsNotProposedAndThePageIsFilledAllTheSame() {
    FactorModel celled =
        trainer(new CellSettings(0, 20, 1), Attention.TO_ALL).train(data, Watch.NONE);
    IntPredicate odd = product -> product % 2 == 1;
    assertThat(propose(celled, odd, 15, 3, 8, 13))
        .hasSize(15)
        .allMatch(proposal -> proposal.product() % 2 == 1);
  }

  @Test
  void whoLooksIntoAllCellsFindsWhatIsThere() {
    FactorModel celled =
        trainer(new CellSettings(0, 20, 100), Attention.TO_ALL).train(data, Watch.NONE);
    assertThat(celled.space().cells().count()).isEqualTo((PRODUCTS - 1) / 20);
    assertThat(products(propose(celled, _ -> true, 30, 3, 8, 13)))
        .isEqualTo(products(propose(model, _ -> true, 30, 3, 8, 13)));
  }

  @Test
  void whatIsBoughtSpeaksForItselfWhereItMayComeAgain() {
    Attention again = new Attention(100, Double.POSITIVE_INFINITY, 2);
    FactorModel listening = trainer(NO_CELLS, again).train(data, Watch.NONE);
    Taste taste = bought();
    List<Proposal> with = propose(listening, taste, true);
    List<Proposal> without = propose(model, taste, true);

    assertThat(with).hasSameSizeAs(without).extracting(Proposal::product).startsWith(3, 8);
    for (Proposal plain : without) {
      int product = plain.product();
      double own = product == 3 ? 2 * (1 + Math.log(2)) : product == 8 ? 2.0 : 0;
      Proposal proposal = find(with, product);
      assertThat(proposal.score()).isCloseTo(plain.score() + own, within(1e-5));
      assertThat(fromProduct(proposal, product))
          .isCloseTo(fromProduct(plain, product) + own, within(1e-5));
    }
  }

  @Test
  void whatWasOnlyLookedAtOrIsOnThePageSaysNothingForItself() {
    Attention again = new Attention(100, Double.POSITIVE_INFINITY, 2);
    FactorModel listening = trainer(NO_CELLS, again).train(data, Watch.NONE);
    assertThat(propose(listening, _ -> true, 5, 3, 8))
        .isEqualTo(propose(model, _ -> true, 5, 3, 8));
    assertThat(propose(listening, bought(), false)).isEqualTo(propose(model, bought(), false));
  }

  /** 3 was bought in two orders, 8 in one; 13 was laid into the cart. */
  private static Taste bought() {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    for (int product = 0; product < PRODUCTS; product++) {
      store.add(new Interaction("someone", "p" + product, Kind.VIEW, 0, 1));
    }
    store.add(new Interaction("ann", "p13", Kind.CART_ADDITION, 1, 1));
    store.add(new Interaction("ann", "p8", Kind.PURCHASE, 1, 1));
    store.add(new Interaction("ann", "p3", Kind.PURCHASE, 1, 1));
    store.add(new Interaction("ann", "p3", Kind.PURCHASE, 1, 1));
    return store.taste("ann", InterestWeights.USUAL);
  }

  private static List<Proposal> propose(FactorModel model, Taste taste, boolean history) {
    Query query = Query.of(taste, "ann", history, _ -> true);
    return model.recommender().propose(query, PRODUCTS, new Scratch());
  }

  private static Proposal find(List<Proposal> proposals, int product) {
    return proposals.stream()
        .filter(proposal -> proposal.product() == product)
        .findFirst()
        .orElseThrow();
  }

  private static double fromProduct(Proposal proposal, int product) {
    return proposal.evidence().stream()
        .mapToDouble(
            each ->
                each instanceof Evidence.FromProduct from && from.product() == product
                    ? from.weight()
                    : 0)
        .sum();
  }

  /** After 140 half-lives the weight is less than a float can divide by. */
  @Test
  void whatHasFadedToNothingSaysNothing() {
    FactorModel listening = trainer(NO_CELLS, new Attention(100, 1, 0)).train(data, Watch.NONE);
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 140 * 24 * 60, 1));

    assertThat(propose(listening, store.taste("ann", InterestWeights.USUAL), true))
        .isEqualTo(propose(listening, Taste.of(1), true));
  }

  @Test
  void nothingIsProposedToWhomNothingIsKnownOf() {
    assertThat(propose(model, _ -> true, 5)).isEmpty();
    assertThat(propose(model, _ -> true, 5, PRODUCTS, PRODUCTS + 7)).isEmpty();
  }

  @Test
  void productsNobodyLikesAreNotProposed() {
    assertThat(model.space().row(PRODUCTS - 1)).isEqualTo(-1);
    assertThat(propose(model, _ -> true, PRODUCTS, 3, 8, 13))
        .noneMatch(proposal -> proposal.product() == PRODUCTS - 1);
  }

  /**
   * Five thousand products, of which five thousand customers have bought four each: with the
   * delivered settings as they are, all factors would shrink to 0. Judged by a fifth that was kept.
   */
  @Test
  void aLargeShopOfShortHistoriesIsAnsweredWellToo() throws IOException {
    int count = 5_000;
    Random random = Chance.random();
    Interests.Builder interests = new Interests.Builder();
    int[][] bought = new int[count][];
    int[] buyers = new int[count];
    for (int customer = 0; customer < count; customer++) {
      bought[customer] = bought(customer % 50, count / 50, random);
      for (int i = 1; i < bought[customer].length; i++) {
        interests.add(bought[customer][i], 1);
        buyers[bought[customer][i]]++;
      }
      interests.end("customer-" + customer);
    }
    FactorTrainer delivered =
        new FactorTrainer(
            new FactorSettings(Feedback.IMPLICIT, 32, 8, new Solver(1), 0.1, 0.014, 1, 1),
            Attention.TO_ALL,
            NO_CELLS,
            1);

    FactorModel large = delivered.train(TrainingData.of(interests.build(count)), Watch.NONE);

    assertThat(large.settings().regularization()).isLessThan(0.014 / 2);
    int hits = 0;
    int hitsOfMostBought = 0;
    int[] mostBought =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> buyers[b] - buyers[a])
            .limit(20)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int customer = 0; customer < 500; customer++) {
      int kept = bought[customer][0];
      int[] taste = Arrays.copyOfRange(bought[customer], 1, bought[customer].length);
      Set<Integer> known = IntStream.of(taste).boxed().collect(Collectors.toSet());
      List<Proposal> proposed = propose(large, product -> !known.contains(product), 20, taste);
      hits += products(proposed).contains(kept) ? 1 : 0;
      hitsOfMostBought += IntStream.of(mostBought).anyMatch(product -> product == kept) ? 1 : 0;
    }
    assertThat(hits).isGreaterThan(3 * hitsOfMostBought);
    FactorModel read =
        delivered.read(new DataInputStream(new ByteArrayInputStream(written(large))));
    assertThat(read.settings()).isEqualTo(large.settings());
  }

  /** Five products of a taste, the first ones of it more often. */
  private static int[] bought(int taste, int ofTaste, Random random) {
    return random
        .doubles()
        .mapToInt(chance -> ((int) (chance * chance * ofTaste)) * 50 + taste)
        .distinct()
        .limit(5)
        .toArray();
  }

  /** Interests that weigh next to nothing beside what was not observed leave nothing of a fit. */
  @Test
  void aFitOfWhichNothingIsLeftIsNoModel() {
    SparseMatrix matrix = data.interests().matrix();
    float[] faint = new float[matrix.entries()];
    Arrays.fill(faint, 1e-9f);
    SparseMatrix faded = new SparseMatrix(matrix.width(), matrix.starts(), matrix.columns(), faint);
    TrainingData past = TrainingData.of(new Interests(data.interests().customers(), faded));

    assertThatThrownBy(() -> trainer.train(past, Watch.NONE))
        .isInstanceOf(NothingLearnedException.class)
        .hasMessageContaining("factors: all shrank to 0 with regularization");
  }

  /** Forty customers like what they like; one more has something that no one else has. */
  @Test
  void whatFewerThanThreeLikeIsNotLearnedOf() {
    Interests.Builder interests = new Interests.Builder();
    for (int customer = 0; customer < 40; customer++) {
      interests.add(2 + customer % 4, 1);
      interests.add(6 + customer % 4, 1);
      interests.end("customer-" + customer);
    }
    interests.add(0, 1);
    interests.add(1, 1);
    interests.add(2, 1);
    interests.end("alone");
    FactorModel floored = trainer.train(TrainingData.of(interests.build(10)), Watch.NONE);

    assertThat(propose(floored, _ -> true, 10, 0)).isEmpty();
    assertThat(products(propose(floored, _ -> true, 10, 2))).contains(6).doesNotContain(0, 1);
  }

  @Test
  void ofNothingNothingIsLearned() {
    FactorModel empty =
        trainer.train(TrainingData.of(new Interests.Builder().build(0)), Watch.NONE);
    assertThat(propose(empty, _ -> true, 10, 0)).isEmpty();
    Interests.Builder alone = new Interests.Builder();
    alone.add(0, 1);
    alone.end("alone");
    FactorModel ofOne = trainer.train(TrainingData.of(alone.build(1)), Watch.NONE);
    assertThat(propose(ofOne, _ -> true, 10, 0)).isEmpty();
  }

  @Test
  void whatWasTurnedAgainstSpeaksAgainstWhatIsLikeIt() {
    Map<Integer, Double> before = scores(model, taste(Map.of(3, 5, 1, 5)));
    Map<Integer, Double> after = scores(model, taste(Map.of(3, 5, 1, 5, 6, 1)));
    assertThat(ofKind(1, after)).isLessThan(ofKind(1, before));
  }

  private static double ofKind(int kind, Map<Integer, Double> scores) {
    return scores.entrySet().stream()
        .filter(scored -> scored.getKey() % KINDS == kind)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  @Test
  void whatCustomersTurnedAgainstIsLearnedAsNotWanted() {
    SparseMatrix interests = data.interests().matrix();
    SparseMatrix.Builder aversions = new SparseMatrix.Builder();
    for (int customer = 0; customer < interests.height(); customer++) {
      if (customer % KINDS == 3 && !likes(interests, customer, 3)) {
        aversions.add(3, 1);
      }
      aversions.endRow();
    }
    TrainingData averse =
        new TrainingData(
            data.interests(),
            aversions.build(PRODUCTS),
            Map.of(),
            SparseMatrix.empty(interests.height(), PRODUCTS),
            data.orders(),
            data.sessions(),
            0);
    FactorModel learned = trainer.train(averse, Watch.NONE);
    assertThat(scores(learned, Taste.of(8, 13, 18)).get(3))
        .isLessThan(scores(model, Taste.of(8, 13, 18)).get(3));
  }

  private static boolean likes(SparseMatrix interests, int customer, int product) {
    return IntStream.range(interests.starts()[customer], interests.starts()[customer + 1])
        .anyMatch(e -> interests.columns()[e] == product);
  }

  private static Map<Integer, Double> scores(FactorModel model, Taste taste) {
    return model
        .recommender()
        .propose(Query.of(taste, "", true, _ -> true), PRODUCTS, new Scratch())
        .stream()
        .collect(Collectors.toMap(Proposal::product, Proposal::score));
  }

  /** That of someone who gave these stars to products, by their numbers. */
  private static Taste taste(Map<Integer, Integer> stars) {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(100, 100));
    for (int product = 0; product < PRODUCTS; product++) {
      store.add(new Interaction("all", "product-" + product, Kind.VIEW, 0, 1));
    }
    stars.forEach(
        (product, given) ->
            store.add(new Interaction("someone", "product-" + product, Kind.RATING, 1, given)));
    return store.taste("someone", InterestWeights.USUAL);
  }

  @Test
  void sameSeedSameModelOnHoweverManyThreads() throws IOException {
    byte[] alone;
    byte[] together;
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4)) {
      alone = one.submit(() -> written(cells().train(data, Watch.NONE))).join();
      together = four.submit(() -> written(cells().train(data, Watch.NONE))).join();
    }
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void aSnapshotAnswersAsTheModelDid() throws IOException {
    FactorModel celled = cells().train(data, Watch.NONE);
    FactorModel read = cells().read(new DataInputStream(new ByteArrayInputStream(written(celled))));
    assertThat(propose(read, _ -> true, 20, 3, 8, 13))
        .isEqualTo(propose(celled, _ -> true, 20, 3, 8, 13));
  }

  private static FactorTrainer cells() {
    return trainer(new CellSettings(0, 20, 4), Attention.TO_ALL);
  }

  private static byte[] written(FactorModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      model.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static FactorTrainer trainer(CellSettings cells, Attention attention) {
    return new FactorTrainer(
        new FactorSettings(Feedback.IMPLICIT, 20, 5, new Solver(1), 0.1, 0.02, 1, 4711),
        attention,
        cells,
        3);
  }

  private static List<Proposal> propose(
      FactorModel model, IntPredicate allowed, int count, int... taste) {
    return model
        .recommender()
        .propose(Query.of(Taste.of(taste), "", true, allowed), count, new Scratch());
  }

  private static List<Integer> products(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::product).toList();
  }

  private static TrainingData data() {
    Random random = Chance.random();
    Interests.Builder interests = new Interests.Builder();
    for (int customer = 0; customer < 500; customer++) {
      for (int product = 0; product < PRODUCTS - 1; product++) {
        boolean ofKind = product % KINDS == customer % KINDS;
        if (random.nextDouble() < (ofKind ? 0.3 : 0.01)) {
          interests.add(product, 1);
        }
      }
      interests.end("customer-" + customer);
    }
    return TrainingData.of(interests.build(PRODUCTS));
  }
}
