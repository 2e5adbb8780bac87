package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.propose.Recommenders;
import io.shelfwise.recommend.store.Store;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A shop that has taken in the known part of a split and no more, whose recommenders are trained
 * one by one, and asked for the customers that are judged.
 *
 * <p>Products are numbered in the order of their ids before anything is taken in, so that equal
 * scores are ordered by id. What may be proposed is every product that is known, to the customer
 * itself or only to others.
 */
public final class TrainedShop {
  private final Split split;
  private final Store store;
  private final Setup setup;
  private final Consumer<List<String>> warm;
  private final TrainingData data;
  private final TestSet test;
  private final int products;
  private final Map<RecommenderName, Model> models = new EnumMap<>(RecommenderName.class);
  private final Scratch.Pool rooms =
      new Scratch.Pool(2 * Runtime.getRuntime().availableProcessors());

  /**
   * How recommenders are made and asked.
   *
   * @param recommenders who can be asked
   * @param trainers how those are trained that have to be
   * @param interest how much interest each thing that customers do shows
   * @param leastInterest from which interest on a product counts as liked
   * @param sessionPause how many minutes a visit to the shop lies still at most
   */
  public record Setup(
      Recommenders recommenders,
      Map<RecommenderName, Trainer<?>> trainers,
      InterestWeights interest,
      double leastInterest,
      int sessionPause) {
    public Setup {
      trainers = Map.copyOf(trainers);
    }
  }

  /**
   * What a training took.
   *
   * @param seconds by the clock
   * @param megabytes of the model as it is kept on disk, in millions of bytes
   */
  public record Cost(double seconds, double megabytes) {
    /** That of what needs no training. */
    public static final Cost NONE = new Cost(0, 0);
  }

  /** Takes in what is known, of a shop whose catalogue needs no preparation. */
  public TrainedShop(Split split, Store store, List<String> onSale, Setup setup) {
    this(split, store, onSale, setup, ids -> {});
  }

  /**
   * Takes in what is known.
   *
   * @param store a store to which nothing has happened yet
   * @param onSale products that are known without anyone having done anything with them
   * @param warm makes ready what will be asked of the catalogue, for these products
   */
  public TrainedShop(
      Split split, Store store, List<String> onSale, Setup setup, Consumer<List<String>> warm) {
    this.split = split;
    this.store = store;
    this.setup = setup;
    this.warm = warm;
    TreeSet<String> ids = new TreeSet<>(Ids.ORDER);
    ids.addAll(onSale);
    split.known().forEach(done -> ids.add(done.product()));
    ids.forEach(store.interactions().products()::number);
    this.products = ids.size();
    split.known().forEach(store::add);
    this.data =
        store
            .interactions()
            .trainingData(setup.interest(), setup.leastInterest(), setup.sessionPause());
    this.test = TestSet.of(split, store.interactions().products());
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** What is judged by. */
  public Split split() {
    return split;
  }

  /** Who is judged, and by what. */
  public TestSet test() {
    return test;
  }

  /** How many products can be proposed; they have the numbers from 0 on. */
  public int products() {
    return products;
  }

  /** The id of a product. */
  public String product(int number) {
    return store.interactions().products().id(number);
  }

  /** What trainers learn from. */
  public TrainingData data() {
    return data;
  }

  /** Trains a recommender, and lets the new model answer. */
  public Cost train(RecommenderName name) {
    return train(name, Watch.NONE);
  }

  /** The same, watched over. */
  public Cost train(RecommenderName name, Watch watch) {
    Trainer<?> trainer = setup.trainers().get(name);
    long begin = System.nanoTime();
    if (name == RecommenderName.CONTENT) {
      warm.accept(store.interactions().products().ids());
      return new Cost(secondsSince(begin), 0);
    }
    if (trainer == null) {
      return Cost.NONE;
    }
    Model model = trainer.train(data, watch);
    double seconds = secondsSince(begin);
    models.put(name, model);
    return new Cost(seconds, megabytes(model));
  }

  private static double megabytes(Model model) {
    try (CountingStream counted = new CountingStream();
        DataOutputStream out = new DataOutputStream(counted)) {
      model.write(out);
      return counted.bytes / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what is written, and keeps nothing. */
  private static final class CountingStream extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      bytes += length;
    }
  }

  /**
   * Asks a recommender, which is trained, for everyone who is judged; on all cores.
   *
   * @param width how many products for each at most
   * @param again whether products that the customer has already may be proposed
   */
  public TopLists lists(RecommenderName name, int width, boolean again) {
    Recommender recommender = recommender(name);
    TopLists lists = new TopLists(test.size(), width);
    test.places()
        .parallel()
        .forEach(
            customer -> {
              Scratch room = rooms.take();
              lists.put(customer, recommender.propose(query(customer, again), width, room));
              rooms.giveBack(room);
            });
    return lists;
  }

  private Recommender recommender(RecommenderName name) {
    Model model = models.get(name);
    return model == null
        ? setup.recommenders().find(name, store).orElseThrow()
        : model.recommender();
  }

  private Query query(int customer, boolean again) {
    String id = test.customer(customer);
    BitSet excluded = new BitSet(products);
    if (!again) {
      for (int product : test.had(customer)) {
        excluded.set(product);
      }
    }
    return Query.of(
            store.interactions().taste(id, setup.interest()),
            store.interactions().trail(id),
            id,
            true,
            product -> product < products && !excluded.get(product),
            store.interactions().now())
        .unexplained();
  }
}
