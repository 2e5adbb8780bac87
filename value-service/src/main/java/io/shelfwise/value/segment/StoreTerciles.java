package io.shelfwise.value.segment;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The terciles of every store, kept near the truth at small cost.
 *
 * <p>Every purchase moves them a little, and to find them takes a look at all customers. So they
 * are found anew when {@link #refresh} is called and something changed, and in a large store no
 * more often than keeps that at a twentieth of a thread's time.
 */
public final class StoreTerciles {
  private static final int SHARE = 20;

  private final Map<String, Found> found = new ConcurrentHashMap<>();

  private record Found(Terciles terciles, long changes, long nanoTime, Duration took) {
    boolean mayBeFoundAnew(long now) {
      return now - nanoTime >= SHARE * took.toNanos();
    }
  }

  /** A store's terciles, found now if they never were. The store has a buyer. */
  public Terciles of(StoreHistory store) {
    return found.computeIfAbsent(store.store(), _ -> find(store)).terciles();
  }

  /** Finds the terciles anew where something changed. Stores without a buyer have none. */
  public void refresh(Collection<StoreHistory> stores) {
    for (StoreHistory store : stores) {
      Found before = found.get(store.store());
      if (hasBuyer(store)
          && (before == null
              || (before.changes() != store.totals().changes()
                  && before.mayBeFoundAnew(System.nanoTime())))) {
        found.put(store.store(), find(store));
      }
    }
  }

  /** An order is in the store's sums a moment before it is in its customer's. */
  private static boolean hasBuyer(StoreHistory store) {
    return store.totals().orders() > 0
        && store.customers().stream().anyMatch(CustomerHistory::hasBought);
  }

  private static Found find(StoreHistory store) {
    long start = System.nanoTime();
    long changes = store.totals().changes();
    long[] spent =
        store.customers().stream()
            .filter(CustomerHistory::hasBought)
            .mapToLong(CustomerHistory::netMicros)
            .toArray();
    long end = System.nanoTime();
    return new Found(Terciles.of(spent), changes, end, Duration.ofNanos(end - start));
  }
}
