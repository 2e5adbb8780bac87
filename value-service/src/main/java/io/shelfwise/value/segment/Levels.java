package io.shelfwise.value.segment;

import io.shelfwise.value.history.CustomerHistory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A shop's levels, the highest first. The lowest asks for nothing, so that every buyer has one. */
public final class Levels {
  private static final double MICROS = 1e6;

  private final List<Level> highestFirst;

  /**
   * These levels, in any order.
   *
   * @throws IllegalArgumentException if a level that asks for more spend asks for fewer orders, if
   *     two ask for the same, or if none asks for nothing
   */
  public Levels(Collection<Level> levels) {
    highestFirst =
        levels.stream()
            .sorted(
                Comparator.comparingDouble(Level::spend).thenComparingInt(Level::orders).reversed())
            .toList();
    for (int i = 1; i < highestFirst.size(); i++) {
      requireHigher(highestFirst.get(i - 1), highestFirst.get(i));
    }
    if (highestFirst.isEmpty()
        || highestFirst.getLast().spend() > 0
        || highestFirst.getLast().orders() > 0) {
      throw new IllegalArgumentException(
          "levels: all ask for something (expected: one with spend 0 and orders 0, for the rest)");
    }
  }

  private static void requireHigher(Level higher, Level lower) {
    if (higher.orders() < lower.orders()
        || (higher.orders() == lower.orders() && higher.spend() == lower.spend())) {
      throw new IllegalArgumentException(
          "levels: %s (%s, %d) and %s (%s, %d) (expected: who asks for more spend asks for no fewer orders, and no two for the same)"
              .formatted(
                  higher.name(),
                  higher.spend(),
                  higher.orders(),
                  lower.name(),
                  lower.spend(),
                  lower.orders()));
    }
  }

  /** The highest level whose spend and orders a buyer reached. */
  public Level level(CustomerHistory buyer) {
    for (Level level : highestFirst) {
      if (buyer.netMicros() >= level.spend() * MICROS && buyer.orders() >= level.orders()) {
        return level;
      }
    }
    // Who sent back more than we know to have been bought spent less than nothing.
    return highestFirst.getLast();
  }

  /** The level of a name. */
  public Optional<Level> named(String name) {
    return highestFirst.stream().filter(level -> level.name().equals(name)).findFirst();
  }

  /** All levels, the highest first. */
  public List<Level> highestFirst() {
    return highestFirst;
  }
}
