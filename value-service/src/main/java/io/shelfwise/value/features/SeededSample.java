package io.shelfwise.value.features;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Draws a sample by a hash of each thing's id: which ones are drawn depends on the seed and on who
 * is there, not on the order in which they come, and most stay drawn when others join.
 *
 * @param seed another seed, another sample
 */
public record SeededSample(long seed) {
  /** At most so many of the things, in the order of their ids. */
  public <T> List<T> draw(Collection<T> things, Function<T, String> id, int most) {
    Comparator<T> byId = Comparator.comparing(id);
    if (things.size() <= most) {
      return things.stream().sorted(byId).toList();
    }
    return things.stream()
        .map(thing -> new Lot<>(thing, mix(id.apply(thing))))
        .sorted(
            Comparator.comparingLong((Lot<T> lot) -> lot.number()).thenComparing(Lot::thing, byId))
        .limit(most)
        .map(Lot::thing)
        .sorted(byId)
        .toList();
  }

  private record Lot<T>(T thing, long number) {}

  /** FNV-1a over the characters, then the finalizer of MurmurHash3. */
  private long mix(String id) {
    long z = 0xcbf29ce484222325L ^ seed;
    for (int i = 0; i < id.length(); i++) {
      z = (z ^ id.charAt(i)) * 0x100000001b3L;
    }
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
