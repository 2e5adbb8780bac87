package io.shelfwise.profile.log;

import io.shelfwise.profile.redis.Redis;
import io.shelfwise.rpc.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stores there are, with what is fixed for each when it is first needed: in how many parts it
 * is kept, and its currency; and the id of the log that they are in.
 *
 * <p>All are set once, by whoever comes first, and never change; so those of stores are remembered
 * here. The log's id is asked for again and again: it lies with the stores, so a Redis that has
 * lost these has lost it too, and gets another one.
 */
public final class RedisStores {
  private static final String STORES = "shelfwise:stores";

  /** The log's id, a field beside the stores that no store's id can be. */
  private static final String LOG = "/log";

  private static final String CURRENCIES = "shelfwise:currencies";

  private final Redis redis;
  private final int partitions;
  private final int most;
  private final Map<String, Store> known = new ConcurrentHashMap<>();
  private final Map<String, String> currencies = new ConcurrentHashMap<>();

  /**
   * What is registered.
   *
   * @param log the log's id
   * @param stores all stores there are now, for a moment later there may be more
   */
  record Registry(String log, List<Store> stores) {
    Registry {
      stores = List.copyOf(stores);
    }
  }

  /**
   * The stores in a Redis.
   *
   * @param partitions in how many parts a new store is kept
   * @param most how many stores there may be
   */
  public RedisStores(Redis redis, int partitions, int most) {
    this.redis = redis;
    this.partitions = partitions;
    this.most = most;
  }

  /** The store, if there is one of that id. */
  public Optional<Store> find(String id) {
    Store store = known.get(id);
    if (store != null) {
      return Optional.of(store);
    }
    Optional<Store> found =
        Optional.ofNullable(redis.<byte[]>ask(c -> c.hget(STORES, id)))
            .map(text -> new Store(id, Integer.parseInt(text(text))));
    found.ifPresent(there -> known.put(id, there));
    return found;
  }

  /**
   * The store, which comes to be if it is not there.
   *
   * @throws ApiException RESOURCE_EXHAUSTED if there are too many
   */
  public Store findOrCreate(String id) {
    return find(id).orElseGet(() -> create(id));
  }

  private Store create(String id) {
    if (registry().stores().size() >= most) {
      throw ApiException.exhausted("there are " + most + " stores already");
    }
    redis.<Boolean>ask(c -> c.hsetnx(STORES, id, bytes(Integer.toString(partitions))));
    return find(id).orElseThrow();
  }

  /** What is registered now. A log that has no id yet gets one. */
  Registry registry() {
    Map<String, byte[]> fields = redis.ask(c -> c.hgetall(STORES));
    byte[] log = fields.get(LOG);
    if (log == null) {
      redis.<Boolean>ask(c -> c.hsetnx(STORES, LOG, bytes(UUID.randomUUID().toString())));
      return registry();
    }
    return new Registry(
        text(log),
        fields.entrySet().stream()
            .filter(field -> !field.getKey().equals(LOG))
            .map(store -> new Store(store.getKey(), Integer.parseInt(text(store.getValue()))))
            .toList());
  }

  /**
   * Registers a store as it is remembered here, for a Redis that may have lost it; what is
   * registered stays.
   */
  void registerAgain(Store store) {
    redis.<Boolean>ask(
        c -> c.hsetnx(STORES, store.id(), bytes(Integer.toString(store.partitions()))));
    String currency = currencies.get(store.id());
    if (currency != null) {
      redis.<Boolean>ask(c -> c.hsetnx(CURRENCIES, store.id(), bytes(currency)));
    }
  }

  /** The store's currency, an ISO 4217 code, if it has one yet. */
  public Optional<String> currency(String id) {
    String currency = currencies.get(id);
    if (currency != null) {
      return Optional.of(currency);
    }
    Optional<String> found =
        Optional.ofNullable(redis.<byte[]>ask(c -> c.hget(CURRENCIES, id))).map(RedisStores::text);
    found.ifPresent(there -> currencies.put(id, there));
    return found;
  }

  /** The store's currency; the one that is offered, if it has none yet. */
  String currency(Store store, String offered) {
    String id = store.id();
    Optional<String> currency = currency(id);
    if (currency.isPresent()) {
      return currency.get();
    }
    redis.<Boolean>ask(c -> c.hsetnx(CURRENCIES, id, bytes(offered)));
    return currency(id).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
