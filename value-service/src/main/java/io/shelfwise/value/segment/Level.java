package io.shelfwise.value.segment;

import java.util.regex.Pattern;

/**
 * A level that customers reach by what they spent and how often they ordered. Both must be enough:
 * one large order is no level, and neither are many small ones.
 *
 * @param name what it is called: 1 to 32 of {@code a-z 0-9 -}
 * @param spend revenue less returns, in the store's currency, from which on
 * @param orders orders from which on
 * @param strategy what marketing does with its customers, in a sentence
 */
public record Level(String name, double spend, int orders, String strategy) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  public Level {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "level: " + name + " (expected: 1 to 32 characters of a-z 0-9 -)");
    }
    if (!(spend >= 0 && spend < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": spend " + spend + " (expected: >= 0 and finite)");
    }
    if (orders < 0) {
      throw new IllegalArgumentException(name + ": orders " + orders + " (expected: >= 0)");
    }
  }
}
