package io.shelfwise.standalone.bench;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Sequences;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the customers of a shop did that is made up, of any size, as trainers learn from it.
 *
 * <p>The popularity of products falls by their rank {@code r} as {@code (r + 10)^−0.8}. Every
 * product is of one of as many groups as there are hundreds of products; a customer likes three of
 * them, from which seven in ten of what is bought come, by their popularity within the group. How
 * much a customer buys is spread exponentially about twenty products, in orders of three on
 * average.
 */
final class GeneratedInterests {
  private static final double EXPONENT = 0.8;
  private static final int HEAD = 10;
  private static final int GROUP = 100;
  private static final int LIKED_GROUPS = 3;
  private static final double LIKED = 0.7;
  private static final double OF_A_CUSTOMER = 20;
  private static final double LAST_OF_ORDER = 1.0 / 3;
  private static final int YEAR = 365 * 24 * 60;

  private final SplittableRandom random;
  private final int products;
  private final int groups;

  /** The popularity of all products before each. */
  private final double[] before;

  private GeneratedInterests(int products, long seed) {
    this.random = new SplittableRandom(seed);
    this.products = products;
    this.groups = Math.max(1, products / GROUP);
    this.before = new double[products + 1];
    for (int rank = 0; rank < products; rank++) {
      before[rank + 1] = before[rank] + Math.pow(rank + HEAD, -EXPONENT);
    }
  }

  /**
   * What was done, with that many different pairs of customer and product at least.
   *
   * @param seed what all chance comes from
   */
  static TrainingData make(int products, int interactions, long seed) {
    return new GeneratedInterests(products, seed).shop(interactions);
  }

  private TrainingData shop(int interactions) {
    Interests.Builder interests = new Interests.Builder();
    Sequences.Builder orders = new Sequences.Builder();
    int done = 0;
    for (int customer = 0; done < interactions; customer++) {
      int[] bought = customer();
      for (int product : bought) {
        interests.add(product, 1);
      }
      interests.end(Integer.toString(customer));
      orderAll(bought, orders);
      done += bought.length;
    }
    Interests built = interests.build(products);
    Sequences sequences = orders.build();
    SparseMatrix matrix = built.matrix();
    SparseMatrix none = SparseMatrix.empty(matrix.height(), matrix.width());
    return new TrainingData(
        built, none, Map.of(Kind.PURCHASE, matrix), none, sequences, sequences, YEAR);
  }

  /** What a customer buys, each once, in ascending order. */
  private int[] customer() {
    int[] liked = new int[LIKED_GROUPS];
    Arrays.setAll(liked, i -> random.nextInt(groups));
    int count = (int) Math.ceil(-OF_A_CUSTOMER * Math.log(1 - random.nextDouble()));
    int[] drawn = new int[Math.min(count, products)];
    for (int i = 0; i < drawn.length; i++) {
      int rank = rank();
      // The groups are interleaved: each has its bestsellers.
      drawn[i] =
          random.nextDouble() < LIKED
              ? Math.min(products - 1, rank / groups * groups + liked[random.nextInt(LIKED_GROUPS)])
              : rank;
    }
    return Arrays.stream(drawn).sorted().distinct().toArray();
  }

  /** A product by its popularity, the most popular being 0. */
  private int rank() {
    int found = Arrays.binarySearch(before, random.nextDouble() * before[products]);
    return Math.min(products - 1, found < 0 ? -found - 2 : found);
  }

  private void orderAll(int[] bought, Sequences.Builder orders) {
    int minute = random.nextInt(YEAR / 2);
    for (int product : bought) {
      orders.add(product);
      if (random.nextDouble() < LAST_OF_ORDER) {
        orders.endGroup(minute);
        minute += random.nextInt(YEAR / 50);
      }
    }
    orders.endGroup(minute);
    orders.endCustomer();
  }
}
