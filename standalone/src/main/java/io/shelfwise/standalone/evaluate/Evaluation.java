package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.OfflineShop;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.evaluate.BlendByHistory;
import io.shelfwise.recommend.evaluate.BlendFit;
import io.shelfwise.recommend.evaluate.Judgement;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.evaluate.ProductFacts;
import io.shelfwise.recommend.evaluate.TestSet;
import io.shelfwise.recommend.evaluate.TopLists;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.standalone.terminal.PeakMemory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Trains recommenders on the known part of a split, and judges them by the other. */
final class Evaluation implements AutoCloseable {
  private static final int TEN = 10;

  private final OfflineRecommenders recommenders;
  private final Ground ground;
  private final Plan plan;
  private final Consumer<String> progress;
  private final Map<String, Double> prices = new HashMap<>();
  private final OfflineShop open;
  private final TrainedShop shop;
  private final ProductFacts facts;

  /**
   * What to do.
   *
   * @param names whom to judge
   * @param blend whether to judge the blend of these, too
   * @param weights those of the blend; empty if they are to be fitted
   * @param exploring how places are kept in the blend for what hardly anybody has, which is judged
   *     as one more; empty: it is not
   * @param folds to how many parts of what is known they are fitted at most
   * @param measures by what
   * @param candidates how many products each proposes
   * @param warm whether to train each once before the training that is timed
   */
  record Plan(
      List<RecommenderName> names,
      boolean blend,
      Optional<BlendByHistory> weights,
      Optional<ExploringBlend> exploring,
      int folds,
      List<MeasureAt> measures,
      int candidates,
      boolean warm) {}

  /**
   * Makes ready.
   *
   * @param progress is told what is being done, in words
   */
  Evaluation(
      OfflineRecommenders recommenders, Ground ground, Plan plan, Consumer<String> progress) {
    this.recommenders = recommenders;
    this.ground = ground;
    this.plan = plan;
    this.progress = progress;
    List<CatalogProduct> products = ground.goods().before(ground.end());
    Map<String, List<String>> categories = new HashMap<>();
    for (CatalogProduct product : products) {
      product.offer().price().ifPresent(p -> prices.put(product.id(), p.micros() / 1e6));
      categories.put(product.id(), product.wording().categories());
    }
    this.open = open(ground, products);
    this.shop = open.trained();
    double[] pricesByNumber = new double[shop.products()];
    List<List<String>> categoriesByNumber = new ArrayList<>();
    for (int product = 0; product < pricesByNumber.length; product++) {
      pricesByNumber[product] = price(shop.product(product));
      categoriesByNumber.add(categories.getOrDefault(shop.product(product), List.of()));
    }
    this.facts =
        new ProductFacts(shop.data().interests().matrix(), pricesByNumber, categoriesByNumber);
  }

  private OfflineShop open(Ground at, List<CatalogProduct> products) {
    return products.isEmpty()
        ? recommenders.shop(at.split())
        : recommenders.shop(at.split(), products);
  }

  /** The shop that is judged. */
  TrainedShop shop() {
    return shop;
  }

  /** What is known of its products. */
  ProductFacts facts() {
    return facts;
  }

  /** What a piece of a product cost at the cut; 0 if that is not known. */
  double price(String product) {
    return prices.getOrDefault(product, 0.0);
  }

  /**
   * The verdicts, in the order of names; the blend at last, and behind it the one that explores.
   */
  List<Verdict> run() {
    List<Verdict> verdicts = new ArrayList<>();
    Map<RecommenderName, TopLists> lists = new EnumMap<>(RecommenderName.class);
    for (RecommenderName name : plan.names()) {
      progress.accept(
          "judging %s (%d of %d)".formatted(name.text(), verdicts.size() + 1, plan.names().size()));
      Verdict verdict = judge(name);
      verdicts.add(verdict);
      lists.put(name, verdict.lists());
    }
    if (plan.blend()) {
      Verdict blend = blend(lists, verdicts);
      verdicts.add(blend);
      plan.exploring().ifPresent(exploring -> verdicts.add(explored(exploring, blend, lists)));
    }
    return verdicts;
  }

  private Verdict judge(RecommenderName name) {
    if (plan.warm()) {
      shop.train(name);
    }
    Stopwatch training = new Stopwatch();
    TrainedShop.Cost cost = shop.train(name);
    Stopwatch.Time trained = new Stopwatch.Time(cost.seconds(), training.stop().processorSeconds());
    Stopwatch making = new Stopwatch();
    TopLists lists = shop.lists(name, plan.candidates(), ground.repeats());
    Stopwatch.Time listing = making.stop();
    Stopwatch asking = new Stopwatch();
    shop.lists(name, TEN, ground.repeats());
    Stopwatch.Time asked = asking.stop();
    return new Verdict(
        name.text(),
        recommenders.settings(name),
        lists,
        judged(lists),
        trained,
        listing,
        asked,
        PeakMemory.megabytes(),
        cost.megabytes());
  }

  private Judgement judged(TopLists lists) {
    return Judgement.of(
        lists,
        shop.test(),
        facts,
        shop.products(),
        plan.measures(),
        customer -> ground.countsCold() || !shop.test().isCold(customer));
  }

  /** The blend, with weights that are given, or fitted to a part of what is known. */
  private Verdict blend(Map<RecommenderName, TopLists> lists, List<Verdict> parts) {
    Stopwatch fitting = new Stopwatch();
    BlendByHistory weighted = plan.weights().orElseGet(this::fitted);
    Stopwatch.Time trained = fitting.stop();
    Stopwatch blending = new Stopwatch();
    TopLists blended = weighted.rank(lists, shop.test(), plan.candidates());
    Stopwatch.Time asked = blending.stop();
    double megabytes = 0;
    for (Verdict part : parts) {
      trained = trained.and(part.training());
      // It is made of the whole lists, not of their first ten.
      asked = asked.and(part.listing());
      megabytes += part.modelMegabytes();
    }
    Map<String, String> settings = new TreeMap<>();
    weighted.weights().forEach((name, weight) -> settings.put(name, text(weight)));
    return new Verdict(
        Verdict.BLEND,
        settings,
        blended,
        judged(blended),
        trained,
        asked,
        asked,
        PeakMemory.megabytes(),
        megabytes);
  }

  /** The blend again, with places kept, which cost next to nothing. */
  private Verdict explored(
      ExploringBlend exploring, Verdict blend, Map<RecommenderName, TopLists> lists) {
    TopLists explored = exploring.rank(blend.lists(), lists, facts, shop.test().size());
    Map<String, String> settings = new TreeMap<>(blend.settings());
    settings.put("exploration-every", String.valueOf(exploring.every()));
    return new Verdict(
        Verdict.EXPLORING,
        settings,
        explored,
        judged(explored),
        blend.training(),
        blend.listing(),
        blend.asking(),
        PeakMemory.megabytes(),
        blend.modelMegabytes());
  }

  private static String text(double weight) {
    return String.valueOf(Math.round(weight * 1e4) / 1e4);
  }

  private BlendByHistory fitted() {
    List<Ground> parts = ground.folds(plan.folds());
    List<BlendFit.Fold> folds = new ArrayList<>();
    for (Ground part : parts) {
      progress.accept(
          "fitting the blend: training all on part %d of %d"
              .formatted(folds.size() + 1, parts.size()));
      folds.add(fold(part));
    }
    progress.accept("fitting the blend: the weights");
    return BlendFit.fit(folds, TEN);
  }

  private BlendFit.Fold fold(Ground part) {
    try (OfflineShop there = open(part, ground.goods().before(part.end()))) {
      TrainedShop trained = there.trained();
      Map<RecommenderName, TopLists> lists = new EnumMap<>(RecommenderName.class);
      for (RecommenderName name : plan.names()) {
        trained.train(name);
        lists.put(name, trained.lists(name, plan.candidates(), ground.repeats()));
      }
      TestSet test = trained.test();
      return new BlendFit.Fold(
          lists, test, customer -> ground.countsCold() || !test.isCold(customer));
    }
  }

  @Override
  public void close() {
    open.close();
  }
}
