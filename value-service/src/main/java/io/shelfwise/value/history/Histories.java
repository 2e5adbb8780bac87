package io.shelfwise.value.history;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The histories of all stores, and how far into the log they reach.
 *
 * <p>A part of the log and its cursor are taken in together, and written out together: whatever
 * happens, going on from the cursor applies each event once. Writing out keeps the follower
 * waiting, not the readers.
 */
public final class Histories {
  private final Map<String, StoreHistory> stores = new ConcurrentHashMap<>();
  private volatile String cursor = "";

  /** Takes a part of the log in. */
  public synchronized void apply(LogPart part) {
    for (CustomerEvent event : part.events()) {
      StoreHistory store = stores.get(event.store());
      if (store == null && event instanceof CustomerEvent.Erasure) {
        // Of a store whose other events are no longer kept.
        continue;
      }
      if (store == null) {
        // No one sees a store of which it is not known yet what time it is there.
        store = new StoreHistory(event.store());
        store.apply(event);
        stores.put(event.store(), store);
      } else {
        store.apply(event);
      }
    }
    cursor = part.cursor();
  }

  /** Drops everything, for a log that took the place of the one it was made of. */
  public synchronized void startOver() {
    stores.clear();
    cursor = "";
  }

  /** Where to go on in the log; empty for its beginning. */
  public String cursor() {
    return cursor;
  }

  /** A store; empty if there was no event of it. */
  public Optional<StoreHistory> store(String store) {
    return Optional.ofNullable(stores.get(store));
  }

  /** Whether a store is still there, and not only another one of that id. */
  public boolean holds(StoreHistory store) {
    return stores.get(store.store()) == store;
  }

  /** All stores, in no order. */
  public Collection<StoreHistory> stores() {
    return Collections.unmodifiableCollection(stores.values());
  }

  /** Writes all of it. */
  public synchronized void write(DataOutput out) throws IOException {
    // Of any length: a cursor may tell the place in many parts of the log.
    byte[] place = cursor.getBytes(StandardCharsets.UTF_8);
    out.writeInt(place.length);
    out.write(place);
    out.writeInt(stores.size());
    for (StoreHistory store : stores.values()) {
      store.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Histories read(DataInput in) throws IOException {
    Histories histories = new Histories();
    byte[] place = new byte[in.readInt()];
    in.readFully(place);
    histories.cursor = new String(place, StandardCharsets.UTF_8);
    for (int count = in.readInt(); count > 0; count--) {
      StoreHistory store = StoreHistory.read(in);
      histories.stores.put(store.store(), store);
    }
    return histories;
  }
}
