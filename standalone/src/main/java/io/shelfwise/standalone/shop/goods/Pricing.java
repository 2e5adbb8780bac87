package io.shelfwise.standalone.shop.goods;

import io.shelfwise.standalone.shop.chance.Chance;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a product costs: by kind, material, maker and size, and ending as prices do. */
final class Pricing {
  /** How the makers' prices end; each keeps to one of them. */
  private static final int[] ENDINGS = {99, 95, 50};

  /** From here on the last euro is a 4 or a 9. */
  private static final int DEAR = 60;

  private static final double NEXT_SIZE = 1.4;
  private static final double SPREAD = 0.1;

  /** A set costs a little less than its pieces: so many pieces to this power. */
  private static final double SET_REBATE = 0.85;

  private static final Pattern SET = Pattern.compile("set of (\\d+)");

  private Pricing() {}

  /** The price of a variant, in cents. */
  static int cents(Kind kind, Brand brand, Material material, String size, Chance chance) {
    double noise = Math.exp(SPREAD * chance.gaussian());
    double price =
        kind.price()
            * material.priceFactor()
            * brand.priceFactor()
            * sizeFactor(kind.sizes(), size);
    return ending(price * noise, ENDINGS[brand.index() % ENDINGS.length]);
  }

  /** The usual price is that of the smallest set, or else of the size in the middle. */
  private static double sizeFactor(List<String> sizes, String size) {
    if (sizes.size() < 2) {
      return 1;
    }
    if (sizes.stream().allMatch(other -> pieces(other) > 0)) {
      return Math.pow((double) pieces(size) / pieces(sizes.getFirst()), SET_REBATE);
    }
    return Math.pow(NEXT_SIZE, sizes.indexOf(size) - (sizes.size() - 1) / 2.0);
  }

  /**
   * How many pieces a size holds, and 0 if it is not told in pieces: a single bed is one that has a
   * double beside it.
   */
  private static int pieces(String size) {
    Matcher set = SET.matcher(size);
    return switch (size) {
      case "single" -> 1;
      case "pair" -> 2;
      default -> set.matches() ? Integer.parseInt(set.group(1)) : 0;
    };
  }

  private static int ending(double price, int cents) {
    int euros = (int) Math.max(1, Math.round(price)) - 1;
    if (euros >= DEAR) {
      euros = Math.round((euros + 1) / 5f) * 5 - 1;
    }
    return 100 * euros + cents;
  }
}
