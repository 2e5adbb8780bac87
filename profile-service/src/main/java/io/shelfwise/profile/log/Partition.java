package io.shelfwise.profile.log;

/**
 * A part of a store: its share of the customers and their events. All its keys have one hash tag,
 * so they lie in one slot of a Redis Cluster, and one script can change them together.
 *
 * @param store the store's id
 * @param number from 0, less than the store's number of parts
 */
public record Partition(String store, int number) implements Comparable<Partition> {
  /** The stream of the events. */
  public String log() {
    return key("log");
  }

  /** A customer's history: a sorted set of log entries by event time. */
  public String history(String customer) {
    return key("history:" + customer);
  }

  /** The ids of a customer's events: the fields of a hash, which takes less room than a set. */
  public String seen(String customer) {
    return key("seen:" + customer);
  }

  /** What a customer did, counted: a hash. */
  public String profile(String customer) {
    return key("profile:" + customer);
  }

  /** Who a customer is, encrypted: a hash. */
  public String person(String customer) {
    return key("person:" + customer);
  }

  private String key(String name) {
    return "{" + store + "/" + number + "}:" + name;
  }

  @Override
  public int compareTo(Partition other) {
    int byStore = store.compareTo(other.store);
    return byStore == 0 ? Integer.compare(number, other.number) : byStore;
  }
}
