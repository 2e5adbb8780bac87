package io.shelfwise.standalone.shop.goods;

import java.util.List;

/**
 * What goods are made of.
 *
 * @param priceFactor how much dearer it makes them
 * @param praises sentences on what it is like
 * @param care how to keep it, in a sentence
 */
record Material(String name, double priceFactor, List<String> praises, String care) {
  Material {
    praises = List.copyOf(praises);
  }

  /** What nothing is known of: a variety. */
  static Material unknown(String name) {
    return new Material(name, 1, List.of(), "");
  }
}
