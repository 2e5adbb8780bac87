package io.shelfwise.value.cluster;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The latest clusterings of each store, by their ids. Beyond {@value #MOST} of a store, a new one
 * takes the place of the oldest.
 */
public final class StoreClusterings {
  /** How many clusterings of a store are kept. */
  public static final int MOST = 10;

  /** Of each store, the oldest first; replaced, never changed. */
  private final Map<String, Map<String, Clustering>> stores = new ConcurrentHashMap<>();

  /** Drops all clusterings, for the stores that they were found in are gone. */
  public synchronized void startOver() {
    stores.clear();
  }

  /**
   * Keeps a clustering, unless what it was found in is gone.
   *
   * @param isThere whether it is still there; asked when {@link #startOver} cannot come in between
   */
  public synchronized void putIf(
      BooleanSupplier isThere, String store, String id, Clustering clustering) {
    if (isThere.getAsBoolean()) {
      put(store, id, clustering);
    }
  }

  /** Keeps a clustering. */
  public synchronized void put(String store, String id, Clustering clustering) {
    Map<String, Clustering> kept = new LinkedHashMap<>(all(store));
    kept.remove(id);
    if (kept.size() == MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(id, clustering);
    stores.put(store, Collections.unmodifiableMap(kept));
  }

  /** A store's clustering; empty if there is none, or none any more. */
  public Optional<Clustering> get(String store, String id) {
    return Optional.ofNullable(all(store).get(id));
  }

  /** All clusterings of a store by their ids, the oldest first. */
  public Map<String, Clustering> all(String store) {
    return stores.getOrDefault(store, Map.of());
  }

  /** All clusterings of all stores, as they are now. */
  public Map<String, Map<String, Clustering>> all() {
    return Map.copyOf(stores);
  }

  /** Writes all. */
  public synchronized void write(DataOutput out) throws IOException {
    out.writeInt(stores.size());
    for (Map.Entry<String, Map<String, Clustering>> store : stores.entrySet()) {
      out.writeUTF(store.getKey());
      out.writeInt(store.getValue().size());
      for (Map.Entry<String, Clustering> clustering : store.getValue().entrySet()) {
        out.writeUTF(clustering.getKey());
        clustering.getValue().write(out);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static StoreClusterings read(DataInput in) throws IOException {
    StoreClusterings clusterings = new StoreClusterings();
    for (int stores = in.readInt(); stores > 0; stores--) {
      String store = in.readUTF();
      for (int count = in.readInt(); count > 0; count--) {
        clusterings.put(store, in.readUTF(), Clustering.read(in));
      }
    }
    return clusterings;
  }
}
