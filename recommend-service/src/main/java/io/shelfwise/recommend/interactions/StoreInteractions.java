package io.shelfwise.recommend.interactions;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What the customers of one store did: for each a history, product by product, and a journal,
 * action by action.
 *
 * <p>One thread writes, in the order of the log; any may read.
 */
public final class StoreInteractions {
  /** Stands for the minute of a purchase that was never made. */
  public static final int NEVER = History.NEVER;

  private final Reach reach;
  private final Dictionary products;
  private final Dictionary customers;
  private volatile Person[] people = new Person[16];
  private volatile int now;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong erasures = new AtomicLong();

  /** A store where nothing was done yet. */
  public StoreInteractions(Reach reach) {
    this(reach, new Dictionary(), new Dictionary());
  }

  private StoreInteractions(Reach reach, Dictionary products, Dictionary customers) {
    this.reach = reach;
    this.products = products;
    this.customers = customers;
  }

  /**
   * How far back it is known what a customer did.
   *
   * @param products of how many products at most
   * @param actions and, one by one, how many actions at most
   */
  public record Reach(int products, int actions) {
    public Reach {
      if (products < 1) {
        throw new IllegalArgumentException("history-length: " + products + " (expected: >= 1)");
      }
      if (actions < 1) {
        throw new IllegalArgumentException("journal-length: " + actions + " (expected: >= 1)");
      }
    }
  }

  /** What one customer did, told in two ways. */
  private record Person(History history, Journal journal) {}

  /**
   * Adds what was done.
   *
   * @return the minute in which the customer had bought that product last; {@link #NEVER} if not
   *     before
   */
  public int add(Interaction done) {
    int product = products.number(done.product());
    Person person = person(customers.number(done.customer()));
    now = count.get() == 0 ? done.minute() : Math.max(now, done.minute());
    person.journal().add(product, done.kind(), done.minute(), reach.actions());
    int before =
        person.history().add(product, done.kind(), done.minute(), done.amount(), reach.products());
    count.incrementAndGet();
    return before;
  }

  /**
   * Forgets a customer, whose id is nowhere here any more.
   *
   * @return what was known; empty if it was nothing
   */
  public Optional<Forgotten> forget(String customer) {
    int number = customers.forget(customer);
    Person[] known = people;
    if (number == Dictionary.UNKNOWN || number >= known.length || known[number] == null) {
      return Optional.empty();
    }
    Person person = known[number];
    known[number] = new Person(new History(), new Journal());
    // Written again, so that readers see the new element.
    people = known;
    erasures.incrementAndGet();
    return Optional.of(new Forgotten(person.journal().trail(), person.history().lastPurchases()));
  }

  private Person person(int customer) {
    Person[] all = people;
    if (customer < all.length && all[customer] != null) {
      return all[customer];
    }
    if (customer >= all.length) {
      all = Arrays.copyOf(all, 2 * customer);
    }
    all[customer] = new Person(new History(), new Journal());
    // Written again, so that readers see the new element.
    people = all;
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

  /** How many customers were erased. */
  public long erasures() {
    return erasures.get();
  }

  /** The minute of the newest event; 0 if there was none. */
  public int now() {
    return now;
  }

  /** What speaks for a customer now. */
  public Taste taste(String customer, InterestWeights weights) {
    return find(customer).map(person -> person.history().taste(weights)).orElse(Taste.NONE);
  }

  /** What a customer did, action by action. */
  public Trail trail(String customer) {
    return find(customer).map(person -> person.journal().trail()).orElse(Trail.NONE);
  }

  private Optional<Person> find(String customer) {
    int number = customers.find(customer);
    Person[] known = people;
    return number >= 0 && number < known.length
        ? Optional.ofNullable(known[number])
        : Optional.empty();
  }

  /**
   * What trainers learn from, all of it.
   *
   * @param least the least interest that counts
   * @param pause how many minutes a visit to the shop lies still at most
   */
  public TrainingData trainingData(InterestWeights weights, double least, int pause) {
    return lesson(weights, least, pause, HoldOut.NONE).data();
  }

  /**
   * What trainers learn from, and what is kept from them: of each customer that is chosen, the
   * newest of at least two products of interest, with all that was done with it.
   *
   * @param least the least interest that counts
   * @param pause how many minutes a visit to the shop lies still at most
   */
  public Lesson lesson(InterestWeights weights, double least, int pause, HoldOut holdOut) {
    TrainingData.Builder data = new TrainingData.Builder(weights, least, pause, now);
    List<Withheld> all = new ArrayList<>();
    int customerCount = customers.size();
    double part = holdOut.partOf(customerCount);
    Person[] known = people;
    for (int customer = 0; customer < Math.min(customerCount, known.length); customer++) {
      Person person = known[customer];
      String id = customers.id(customer);
      // A customer may be forgotten just now.
      if (person != null && !id.isEmpty()) {
        int withheld =
            holdOut.chooses(id, part)
                ? person.history().newestOfInterest(weights, least)
                : Dictionary.UNKNOWN;
        Trail trail = person.journal().trail();
        if (withheld != Dictionary.UNKNOWN) {
          all.add(new Withheld(id, withheld));
          trail = trail.without(withheld);
        }
        data.add(id, person.history(), trail, withheld);
      }
    }
    // Taken last: no product is told that has no column.
    return new Lesson(data.build(products.size()), all);
  }

  /**
   * What customers did, as far as their journals go back, in the order of time: pieces are not
   * known any more and told as one, and of several ratings of a product each is told as the last.
   *
   * @param most about how many actions at most; if there were more, some customers are left out
   * @param seed what decides which
   */
  public List<Interaction> recall(int most, long seed) {
    HoldOut choice = new HoldOut(1, Integer.MAX_VALUE, 1, seed);
    double part = Math.min(1, most / (double) Math.max(1, count()));
    List<Interaction> done = new ArrayList<>();
    Person[] known = people;
    for (int customer = 0; customer < Math.min(customers.size(), known.length); customer++) {
      Person person = known[customer];
      String id = customers.id(customer);
      if (person != null && !id.isEmpty() && (part == 1 || choice.chooses(id, part))) {
        recall(id, person, done);
      }
    }
    done.sort(Comparator.comparingInt(Interaction::minute));
    return done;
  }

  private void recall(String customer, Person person, List<Interaction> into) {
    Trail trail = person.journal().trail();
    for (int i = 0; i < trail.size(); i++) {
      int product = trail.product(i);
      double amount = trail.kind(i) == Kind.RATING ? person.history().stars(product) : 1;
      if (amount > 0) {
        into.add(
            new Interaction(
                customer, products.id(product), trail.kind(i), trail.minute(i), amount));
      }
    }
  }

  /** Writes everything to a snapshot; no other thread may write meanwhile. */
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(count.get());
    out.writeInt(now);
    out.writeLong(erasures.get());
    write(products, out);
    List<Integer> there =
        IntStream.range(0, customers.size())
            .filter(customer -> !customers.id(customer).isEmpty())
            .boxed()
            .toList();
    out.writeInt(there.size());
    for (int customer : there) {
      out.writeUTF(customers.id(customer));
      person(customer).history().write(out);
      person(customer).journal().write(out);
    }
  }

  /** Reads everything from a snapshot. */
  public static StoreInteractions read(DataInputStream in, Reach reach) throws IOException {
    long count = in.readLong();
    int now = in.readInt();
    long erasures = in.readLong();
    StoreInteractions store = new StoreInteractions(reach, readDictionary(in), new Dictionary());
    store.count.set(count);
    store.now = now;
    store.erasures.set(erasures);
    int size = in.readInt();
    Person[] read = new Person[Math.max(16, size)];
    for (int customer = 0; customer < size; customer++) {
      if (store.customers.number(in.readUTF()) != customer) {
        throw new IOException("customer " + customer + ": twice (expected: once)");
      }
      read[customer] = new Person(History.read(in), Journal.read(in));
    }
    store.people = read;
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
