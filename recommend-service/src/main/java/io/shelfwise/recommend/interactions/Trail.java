package io.shelfwise.recommend.interactions;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one customer did, action by action, the oldest first; of the newest actions only, as many as
 * the journal keeps. Immutable.
 */
public final class Trail {
  /** That of a customer who has done nothing. */
  public static final Trail NONE = new Trail(new int[0], new int[0], new Kind[0]);

  private final int[] products;
  private final int[] minutes;
  private final Kind[] kinds;

  /** A trail of these actions, side by side; the arrays are not written any more. */
  Trail(int[] products, int[] minutes, Kind[] kinds) {
    this.products = products;
    this.minutes = minutes;
    this.kinds = kinds;
  }

  /** That of someone who looks at these products at one moment, one after the other. */
  public static Trail ofViews(int minute, int... products) {
    int[] minutes = new int[products.length];
    Arrays.fill(minutes, minute);
    Kind[] kinds = new Kind[products.length];
    Arrays.fill(kinds, Kind.VIEW);
    return new Trail(products.clone(), minutes, kinds);
  }

  /** The trail as if nothing had ever been done with a product. */
  public Trail without(int product) {
    int[] kept = IntStream.range(0, products.length).filter(i -> products[i] != product).toArray();
    return new Trail(
        IntStream.of(kept).map(i -> products[i]).toArray(),
        IntStream.of(kept).map(i -> minutes[i]).toArray(),
        IntStream.of(kept).mapToObj(i -> kinds[i]).toArray(Kind[]::new));
  }

  /** How many actions there are. */
  public int size() {
    return products.length;
  }

  /** With which product the i-th oldest action was done. */
  public int product(int i) {
    return products[i];
  }

  /** When it was done, in minutes since 1970. */
  public int minute(int i) {
    return minutes[i];
  }

  /** What was done. */
  public Kind kind(int i) {
    return kinds[i];
  }

  @Override
  public String toString() {
    return "Trail" + Arrays.toString(products);
  }
}
