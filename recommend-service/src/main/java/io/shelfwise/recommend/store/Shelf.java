package io.shelfwise.recommend.store;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.interactions.Dictionary;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a store's products, by number: what the catalogue says, remembered until the
 * catalogue changes. An answer looks up hundreds of products, and the catalogue finds them by their
 * ids.
 */
public final class Shelf {
  private final String store;
  private final ShownProducts catalog;
  private final Dictionary products;
  private volatile AtomicReferenceArray<@Nullable Slot> slots = new AtomicReferenceArray<>(64);

  /** The shelf of a store, whose products have these numbers. */
  public Shelf(String store, ShownProducts catalog, Dictionary products) {
    this.store = store;
    this.catalog = catalog;
    this.products = products;
  }

  /** What the catalogue said when it had this version. */
  private record Slot(long version, Optional<ShownProduct> shown) {}

  /** The id of the store. */
  public String store() {
    return store;
  }

  /** The id of a product. */
  public String id(int product) {
    return products.id(product);
  }

  /** What is shown of a product; empty if it is not in the catalogue. */
  public Optional<ShownProduct> shown(int product) {
    return shown(product, catalog.version(store));
  }

  /**
   * The same.
   *
   * @param version the catalogue's, read before: what is found after that is at least as new
   */
  private Optional<ShownProduct> shown(int product, long version) {
    AtomicReferenceArray<@Nullable Slot> known = slots;
    if (product >= known.length()) {
      known = grow();
    }
    Slot slot = known.get(product);
    if (slot == null || slot.version != version) {
      slot = new Slot(version, catalog.shown(store, products.id(product)));
      known.set(product, slot);
    }
    return slot.shown;
  }

  /** Which products can be proposed, for one answer: by the catalogue as it is now, or newer. */
  public IntPredicate showable() {
    long version = catalog.version(store);
    return product -> {
      Optional<ShownProduct> shown = shown(product, version);
      return shown.isPresent() && shown.get().showable();
    };
  }

  private synchronized AtomicReferenceArray<@Nullable Slot> grow() {
    if (slots.length() < products.size()) {
      AtomicReferenceArray<@Nullable Slot> larger = new AtomicReferenceArray<>(2 * products.size());
      for (int i = 0; i < slots.length(); i++) {
        larger.set(i, slots.get(i));
      }
      slots = larger;
    }
    return slots;
  }
}
