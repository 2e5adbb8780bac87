package io.shelfwise.value.history;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that a look at all customers of a store tells, for every store, kept near the truth at
 * small cost.
 *
 * <p>Every purchase moves it a little. So it is found anew when {@link #refresh} is called and what
 * it depends on changed, and in a large store no more often than keeps that at a twentieth of a
 * thread's time.
 *
 * @param <T> what is found; it never changes
 */
public final class Overviews<T> {
  private static final Logger log = LoggerFactory.getLogger(Overviews.class);
  private static final int SHARE = 20;

  private final Function<StoreHistory, T> look;
  private final Function<StoreHistory, Object> version;
  private final Map<String, Found<T>> found = new ConcurrentHashMap<>();

  /** The stores of which nothing could be found the last time: told once, not at every try. */
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  /** What was found of a store. The store is not kept from going when its log was lost. */
  private record Found<T>(
      WeakReference<StoreHistory> store, T overview, Object version, long nanoTime, Duration took) {
    /** Whether it is of this very store, and not of one that had its id before. */
    boolean isOf(StoreHistory other) {
      return store.refersTo(other);
    }

    boolean mayBeFoundAnew(long now) {
      return now - nanoTime >= SHARE * took.toNanos();
    }
  }

  /**
   * Overviews of this kind.
   *
   * @param look finds one of a store, which has a buyer
   */
  public Overviews(Function<StoreHistory, T> look) {
    this(look, store -> store.totals().changes());
  }

  /**
   * Overviews of this kind.
   *
   * @param look finds one of a store, which has a buyer
   * @param version what it depends on, equal as long as nothing changed
   */
  public Overviews(Function<StoreHistory, T> look, Function<StoreHistory, Object> version) {
    this.look = look;
    this.version = version;
  }

  /** A store's overview, found now if it never was. The store has a buyer. */
  public T of(StoreHistory store) {
    Found<T> known = found.get(store.store());
    return known != null && known.isOf(store)
        ? known.overview()
        : found
            .compute(
                store.store(),
                (_, other) -> other != null && other.isOf(store) ? other : find(store))
            .overview();
  }

  /**
   * Finds the overviews anew where something changed. Stores without a buyer have none. Where one
   * cannot be found, the old one stays, and the other stores have theirs all the same.
   *
   * @param stores all stores there are; what was found of others is forgotten
   */
  public void refresh(Collection<StoreHistory> stores) {
    Set<String> there = stores.stream().map(StoreHistory::store).collect(Collectors.toSet());
    found.keySet().retainAll(there);
    failing.retainAll(there);
    for (StoreHistory store : stores) {
      try {
        refresh(store);
        failing.remove(store.store());
      } catch (RuntimeException e) {
        if (failing.add(store.store())) {
          log.error("store {} cannot be looked at; tried again each time", store.store(), e);
        }
      }
    }
  }

  private void refresh(StoreHistory store) {
    Found<T> before = found.get(store.store());
    if (hasBuyer(store)
        && (before == null
            || !before.isOf(store)
            || (!before.version().equals(version.apply(store))
                && before.mayBeFoundAnew(System.nanoTime())))) {
      found.put(store.store(), find(store));
    }
  }

  /**
   * Whether a store has a buyer: an order is in the store's sums a moment before it is in its
   * customer's.
   */
  public static boolean hasBuyer(StoreHistory store) {
    return store.totals().orders() > 0
        && store.customers().stream().anyMatch(CustomerHistory::hasBought);
  }

  private Found<T> find(StoreHistory store) {
    long start = System.nanoTime();
    Object seen = version.apply(store);
    T overview = look.apply(store);
    long end = System.nanoTime();
    return new Found<>(
        new WeakReference<>(store), overview, seen, end, Duration.ofNanos(end - start));
  }
}
