package io.shelfwise.standalone.shop.goods;

import java.util.List;

/**
 * An invented maker.
 *
 * @param index its number in the shop, from 0
 * @param style what its pieces have in common; customers' tastes go by it
 * @param priceFactor how much dearer than usual it is
 * @param departments codes of the departments that it makes goods for
 */
public record Brand(
    int index, String name, String style, double priceFactor, List<String> departments) {
  public Brand {
    departments = List.copyOf(departments);
  }
}
