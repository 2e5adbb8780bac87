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
  private volatile Showable showable = new Showable(Long.MIN_VALUE, new byte[0]);

  /** The shelf of a store, whose products have these numbers. */
  public Shelf(String store, ShownProducts catalog, Dictionary products) {
    this.store = store;
    this.catalog = catalog;
    this.products = products;
  }

  /** What the catalogue said when it had this version; nothing if it did not have the product. */
  private record Slot(long version, @Nullable ShownProduct shown) {}

  /** The products as they were at one moment, or later: for one answer. */
  public final class View {
    private final long version;

    private View(long version) {
      this.version = version;
    }

    /** What is shown of a product; empty if it is not in the catalogue. */
    public Optional<ShownProduct> shown(int product) {
      return Optional.ofNullable(Shelf.this.shown(product, version));
    }
  }

  /** The id of the store. */
  public String store() {
    return store;
  }

  /** The id of a product. */
  public String id(int product) {
    return products.id(product);
  }

  /** The products as they are now. */
  public View now() {
    return new View(catalog.version(store));
  }

  /** What is shown of a product now; empty if it is not in the catalogue. */
  public Optional<ShownProduct> shown(int product) {
    return now().shown(product);
  }

  /**
   * What is shown of a product, or null.
   *
   * @param version the catalogue's, read before: what is found after that is at least as new
   */
  private @Nullable ShownProduct shown(int product, long version) {
    AtomicReferenceArray<@Nullable Slot> known = slots;
    if (product >= known.length()) {
      known = grow();
    }
    Slot slot = known.get(product);
    if (slot == null || slot.version != version) {
      slot = new Slot(version, catalog.shown(store, products.id(product)).orElse(null));
      known.set(product, slot);
    }
    return slot.shown;
  }

  /** Which products can be proposed, for one answer: by the catalogue as it is now, or newer. */
  public IntPredicate showable() {
    long version = catalog.version(store);
    Showable known = showable;
    // What is newer serves as well: an answer is held to the catalogue as it is now, or newer.
    if (known.version < version || known.states.length < products.size()) {
      known = new Showable(Math.max(version, known.version), new byte[2 * products.size()]);
      showable = known;
    }
    return known;
  }

  /**
   * What was found of products at one version of the catalogue, a byte for each: recommenders ask
   * of hundreds of products that no answer shows, and a byte is nearer than what is shown of them.
   *
   * <p>Threads share the bytes without a lock. One that does not see yet what another has found
   * finds it again.
   */
  private final class Showable implements IntPredicate {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final long version;
    private final byte[] states;

    Showable(long version, byte[] states) {
      this.version = version;
      this.states = states;
    }

    @Override
    public boolean test(int product) {
      byte state = product < states.length ? states[product] : 0;
      return state == 0 ? find(product) : state == YES;
    }

    private boolean find(int product) {
      ShownProduct shown = shown(product, version);
      boolean yes = shown != null && shown.showable();
      if (product < states.length) {
        states[product] = yes ? YES : NO;
      }
      return yes;
    }
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
