package io.shelfwise.recommend;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.content.Trait;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.propose.Recommenders;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.StoreTrainer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A shop of which all recommenders are trained, with the delivered settings. */
final class SmallShop {
  static final int DAY = 24 * 60;
  static final int NOW = 400 * DAY;
  static final int CUSTOMERS = 150;
  static final int PRODUCTS = 300;
  static final int GROUPS = 6;

  final ModelSettings settings;
  final Recommenders recommenders;
  final Store store;

  /** In which no one has done anything yet. */
  SmallShop(ModelSettings settings) {
    this.settings = settings;
    this.recommenders = settings.recommenders();
    this.store = new Stores(new EveryProduct(), new Neighbors(), settings.stores()).get("shop");
  }

  /** Whose customers buy within one of a few groups of products, week after week. */
  static SmallShop ofGroups(ModelSettings settings) {
    SmallShop shop = new SmallShop(settings);
    Random random = new Random(20_111_209);
    for (int week = 0; week < 20; week++) {
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        if (random.nextInt(3) == 0) {
          int minute = NOW - (20 - week) * 7 * DAY + customer;
          for (int line = 0; line < 3; line++) {
            String product = product(customer % GROUPS, random);
            shop.act(customer(customer), product, Kind.VIEW, minute - 2);
            shop.act(customer(customer), product, Kind.CART_ADDITION, minute - 1);
            shop.act(customer(customer), product, Kind.PURCHASE, minute);
          }
        }
      }
    }
    return shop;
  }

  static String customer(int customer) {
    return "customer-" + customer + "-of-the-shop";
  }

  static String product(int group, Random random) {
    int within = (int) Math.floor(Math.pow(random.nextDouble(), 2) * (PRODUCTS / GROUPS));
    return "p" + (within * GROUPS + group);
  }

  void act(String customer, String product, Kind kind, int minute) {
    store.add(new Interaction(customer, product, kind, minute, 1));
  }

  /** Looks at a product, lays it into the cart and buys it. */
  void buy(String customer, String product, int minute) {
    act(customer, product, Kind.VIEW, minute);
    act(customer, product, Kind.CART_ADDITION, minute);
    act(customer, product, Kind.PURCHASE, minute);
  }

  void rate(String customer, String product, int stars, int minute) {
    store.add(new Interaction(customer, product, Kind.RATING, minute, stars));
  }

  TrainingData data() {
    return store
        .interactions()
        .trainingData(
            settings.interest().weights(),
            settings.interest().leastInterest(),
            (int) settings.interest().sessionPause().toMinutes());
  }

  void train() {
    StoreTrainer trainer =
        new StoreTrainer(
            settings.training(), settings.trainers(), new Neighbors(), Clock.systemUTC());
    store.models().put(trainer.train(store, trainer.names(), "", Watch.NONE, done -> {}));
  }

  /** What a customer is asked for by the whole history. */
  Query query(String customer, IntPredicate allowed) {
    return Query.of(
        store.interactions().taste(customer, settings.interest().weights()),
        store.interactions().trail(customer),
        customer,
        true,
        allowed,
        store.interactions().now());
  }

  List<Proposal> ask(RecommenderName name, Query query, int count) {
    return recommenders.find(name, store).orElseThrow().propose(query, count, new Scratch());
  }

  /** Tells that each product is like those of the same group next to it. */
  private static final class Neighbors implements SimilarProducts {
    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      int number = Integer.parseInt(productId.substring(1));
      return IntStream.rangeClosed(1, 20)
          .mapToObj(
              i ->
                  new Similar(
                      "p" + (number + i * GROUPS) % PRODUCTS,
                      1.0 / i,
                      List.of(new SharedTrait(new Trait.Word("group"), 1.0 / i))))
          .toList();
    }

    @Override
    public void learn(String store) {}

    @Override
    public void warm(String store, List<String> productIds) {}
  }

  /** A catalogue that has every product. */
  private record EveryProduct() implements ShownProducts {
    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      return Optional.of(new ShownProduct(productId, productId, "EUR", 1_000_000, 0, "", "", true));
    }

    @Override
    public List<String> ids(String store) {
      return IntStream.range(0, PRODUCTS).mapToObj(i -> "p" + i).toList();
    }

    @Override
    public long version(String store) {
      return 1;
    }
  }
}
