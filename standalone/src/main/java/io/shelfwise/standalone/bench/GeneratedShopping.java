package io.shelfwise.standalone.bench;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * What customers of a shop did who are made up: each comes back to three aisles, and now and then
 * takes something from anywhere. Within an aisle, and in the whole shop, few products are taken by
 * many and many by few.
 *
 * <p>Each customer is drawn from a stream of random numbers of its own.
 *
 * @param products how many products the shop has
 * @param seed what all chance comes from
 */
record GeneratedShopping(int products, long seed) {
  private static final int AISLE = 200;
  private static final int AISLES = 3;
  private static final double ANYWHERE = 0.15;

  /** The larger, the more the first products of a shelf are taken before the others. */
  private static final double SKEW = 3;

  private static final double INTO_THE_CART = 0.5;
  private static final double BOUGHT = 0.4;
  private static final int LARGEST_BASKET = 5;
  private static final double MEAN_LOGARITHM = 3;
  private static final int LONGEST = 400;
  private static final int MINUTES = 730 * 24 * 60;

  /** With how many products a customer has to do: about 30, some with ten times as many. */
  int length(int customer) {
    return (int) Math.clamp(Math.exp(MEAN_LOGARITHM + gaussian(chance(customer))), 2, LONGEST);
  }

  /**
   * Tells what a customer did, in the order of time.
   *
   * @param length with how many different products; of a small shop, a quarter of them at most
   * @param ids the ids of the products
   */
  void tell(int customer, int length, IntFunction<String> ids, Consumer<Interaction> to) {
    SplittableRandom chance = chance(~customer);
    String id = id(customer);
    int[] aisles = chance.ints(AISLES, 0, Math.max(1, products / AISLE)).toArray();
    int minute = chance.nextInt(MINUTES / 2);
    int basket = 0;
    BitSet taken = new BitSet();
    while (taken.cardinality() < Math.min(length, products / 4)) {
      if (basket == 0) {
        basket = 1 + chance.nextInt(LARGEST_BASKET);
        minute += 1 + chance.nextInt(MINUTES / 2 / length);
      }
      basket--;
      int number = product(aisles[chance.nextInt(AISLES)], chance);
      taken.set(number);
      String product = ids.apply(number);
      to.accept(new Interaction(id, product, Kind.VIEW, minute, 1));
      if (chance.nextDouble() < INTO_THE_CART) {
        to.accept(new Interaction(id, product, Kind.CART_ADDITION, minute, 1));
      }
      if (chance.nextDouble() < BOUGHT) {
        to.accept(new Interaction(id, product, Kind.PURCHASE, minute, 1));
      }
    }
  }

  /** The id of a customer. */
  static String id(int customer) {
    return "c" + customer;
  }

  private int product(int aisle, SplittableRandom chance) {
    double height = Math.pow(chance.nextDouble(), SKEW);
    return chance.nextDouble() < ANYWHERE
        ? (int) (height * products)
        : Math.min(products - 1, aisle * AISLE + (int) (height * AISLE));
  }

  private SplittableRandom chance(int customer) {
    return new SplittableRandom(seed + customer * 0x9E3779B97F4A7C15L);
  }

  /** Normally distributed, of mean 0 and variance 1 (Box and Muller). */
  private static double gaussian(SplittableRandom chance) {
    return Math.sqrt(-2 * Math.log(1 - chance.nextDouble()))
        * Math.cos(2 * Math.PI * chance.nextDouble());
  }
}
