package io.shelfwise.recommend.content;

import com.github.benmanes.caffeine.cache.Interner;
import io.shelfwise.recommend.interactions.Dictionary;

/**
 * What the rows of one store say again and again, and is in memory once: which products there are,
 * by number, and the words and attributes that they share. A trait that no row tells any more goes.
 */
final class Lexicon {
  private final Dictionary products = new Dictionary();
  private final Interner<Trait> traits = Interner.newWeakInterner();

  /** The numbers that products have in rows. */
  Dictionary products() {
    return products;
  }

  /** The one trait that is equal to this. */
  Trait only(Trait trait) {
    return traits.intern(trait);
  }
}
