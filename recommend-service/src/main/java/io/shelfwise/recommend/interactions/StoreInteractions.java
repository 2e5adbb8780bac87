package io.shelfwise.recommend.interactions;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the customers of one store did: a history for each.
 *
 * <p>One thread writes, in the order of the log; any may read.
 */
public final class StoreInteractions {
  /** Stands for the minute of a purchase that was never made. */
  public static final int NEVER = History.NEVER;

  private final int capacity;
  private final Dictionary products;
  private final Dictionary customers;
  private volatile History[] histories = new History[16];
  private final AtomicLong count = new AtomicLong();

  /**
   * A store where nothing was done yet.
   *
   * @param capacity how many products a customer's history goes back
   */
  public StoreInteractions(int capacity) {
    this(capacity, new Dictionary(), new Dictionary());
  }

  private StoreInteractions(int capacity, Dictionary products, Dictionary customers) {
    if (capacity < 1) {
      throw new IllegalArgumentException("history-length: " + capacity + " (expected: >= 1)");
    }
    this.capacity = capacity;
    this.products = products;
    this.customers = customers;
  }

  /**
   * Adds what was done.
   *
   * @return the minute in which the customer had bought that product last; {@link #NEVER} if not
   *     before
   */
  public int add(Interaction done) {
    int product = products.number(done.product());
    int customer = customers.number(done.customer());
    int before =
        history(customer).add(product, done.kind(), done.minute(), done.amount(), capacity);
    count.incrementAndGet();
    return before;
  }

  private History history(int customer) {
    History[] all = histories;
    if (customer < all.length && all[customer] != null) {
      return all[customer];
    }
    if (customer >= all.length) {
      all = Arrays.copyOf(all, 2 * customer);
    }
    all[customer] = new History();
    // Written again, so that readers see the new element.
    histories = all;
    return all[customer];
  }

  /** The numbers of the products. */
  public Dictionary products() {
    return products;
  }

  /** How many interactions there were. */
  public long count() {
    return count.get();
  }

  /** What speaks for a customer now. */
  public Taste taste(String customer, InterestWeights weights) {
    int number = customers.find(customer);
    History[] now = histories;
    History history = number >= 0 && number < now.length ? now[number] : null;
    return history == null ? Taste.NONE : history.taste(weights);
  }

  /**
   * What models learn from.
   *
   * @param least the least interest that counts
   */
  public Interests interests(InterestWeights weights, double least) {
    Interests.Builder interests = new Interests.Builder();
    int customerCount = customers.size();
    History[] now = histories;
    for (int customer = 0; customer < Math.min(customerCount, now.length); customer++) {
      if (now[customer] != null) {
        now[customer].interests(weights, least, interests);
        interests.end(customers.id(customer));
      }
    }
    // Taken last: no product is told that has no column.
    return interests.build(products.size());
  }

  /** Writes everything to a snapshot; no other thread may write meanwhile. */
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(count.get());
    write(products, out);
    write(customers, out);
    for (int customer = 0; customer < customers.size(); customer++) {
      history(customer).write(out);
    }
  }

  /** Reads everything from a snapshot. */
  public static StoreInteractions read(DataInputStream in, int capacity) throws IOException {
    long count = in.readLong();
    StoreInteractions store =
        new StoreInteractions(capacity, readDictionary(in), readDictionary(in));
    store.count.set(count);
    History[] read = new History[Math.max(16, store.customers.size())];
    for (int customer = 0; customer < store.customers.size(); customer++) {
      read[customer] = History.read(in);
    }
    store.histories = read;
    return store;
  }

  private static void write(Dictionary dictionary, DataOutputStream out) throws IOException {
    int size = dictionary.size();
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeUTF(dictionary.id(i));
    }
  }

  private static Dictionary readDictionary(DataInputStream in) throws IOException {
    Dictionary dictionary = new Dictionary();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      dictionary.number(in.readUTF());
    }
    return dictionary;
  }
}
