package io.shelfwise.standalone.shop.goods;

import java.util.List;

/**
 * The colours, patterns or finishes that a kind comes in.
 *
 * @param attribute what they are called as an attribute, such as {@code colour}; empty if there are
 *     none
 */
public record Palette(String attribute, List<String> shades) {
  static final Palette NONE = new Palette("", List.of());

  public Palette {
    shades = List.copyOf(shades);
  }
}
