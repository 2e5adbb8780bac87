package io.shelfwise.value;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.shelfwise.value.segment.Level;

/**
 * A level that customers reach, as it stands in the settings, {@code shelfwise.value.levels.NAME}.
 *
 * @param name what it is called
 * @param spend revenue less returns, in the store's currency, from which on
 * @param orders orders from which on
 * @param strategy what marketing does with its customers, in a sentence
 */
@EachProperty("shelfwise.value.levels")
public record LevelSettings(@Parameter String name, double spend, int orders, String strategy) {
  /** The level that these settings describe. */
  Level level() {
    return new Level(name, spend, orders, strategy);
  }
}
