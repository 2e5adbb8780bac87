package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.evaluate.BlendFit;
import io.shelfwise.recommend.evaluate.Judgement;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.evaluate.ProductFacts;
import io.shelfwise.recommend.evaluate.Split;
import io.shelfwise.recommend.evaluate.SplitRule;
import io.shelfwise.recommend.evaluate.TopLists;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.standalone.terminal.PeakMemory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains recommenders on the known part of a split, and judges them by the other. */
final class Evaluation {
  private static final int TEN = 10;
  private static final double NANOS = 1e9;

  private final OfflineRecommenders recommenders;
  private final Split split;
  private final SplitRule rule;
  private final Plan plan;

  /**
   * What to do.
   *
   * @param names whom to judge
   * @param blend whether to judge the blend of these, too
   * @param measures by what
   * @param candidates how many products each proposes
   * @param again whether products that the customer has may be proposed
   * @param warm whether to train each once before the training that is timed
   */
  record Plan(
      List<RecommenderName> names,
      boolean blend,
      List<MeasureAt> measures,
      int candidates,
      boolean again,
      boolean warm) {}

  Evaluation(OfflineRecommenders recommenders, Split split, SplitRule rule, Plan plan) {
    this.recommenders = recommenders;
    this.split = split;
    this.rule = rule;
    this.plan = plan;
  }

  /**
   * The verdicts, in the order of names; the blend at last.
   *
   * @param shop that of the split
   */
  List<Verdict> run(TrainedShop shop) {
    ProductFacts facts = new ProductFacts(shop.data().interests().matrix(), new double[0]);
    List<Verdict> verdicts = new ArrayList<>();
    Map<RecommenderName, TopLists> lists = new EnumMap<>(RecommenderName.class);
    for (RecommenderName name : plan.names()) {
      Verdict verdict = judge(name, shop, facts);
      verdicts.add(verdict);
      lists.put(name, verdict.lists());
    }
    if (plan.blend()) {
      verdicts.add(blend(shop, facts, lists, verdicts));
    }
    return verdicts;
  }

  private Verdict judge(RecommenderName name, TrainedShop shop, ProductFacts facts) {
    if (plan.warm()) {
      shop.train(name);
    }
    TrainedShop.Cost cost = shop.train(name);
    TopLists lists = shop.lists(name, plan.candidates(), plan.again());
    long begin = System.nanoTime();
    shop.lists(name, TEN, plan.again());
    double recommendSeconds = (System.nanoTime() - begin) / NANOS;
    return new Verdict(
        name.text(),
        recommenders.settings(name),
        lists,
        judged(lists, shop, facts),
        cost.seconds(),
        recommendSeconds,
        PeakMemory.megabytes(),
        cost.megabytes());
  }

  private Judgement judged(TopLists lists, TrainedShop shop, ProductFacts facts) {
    return Judgement.of(lists, shop.test(), facts, shop.products(), plan.measures());
  }

  /** The blend, with weights that are fitted to a part of what is known. */
  private Verdict blend(
      TrainedShop shop,
      ProductFacts facts,
      Map<RecommenderName, TopLists> lists,
      List<Verdict> parts) {
    long begin = System.nanoTime();
    BlendFit.Fitted fitted = fit();
    double fitSeconds = (System.nanoTime() - begin) / NANOS;
    long asked = System.nanoTime();
    TopLists blended = fitted.blend().rank(lists, shop.test().size(), plan.candidates());
    double blendSeconds = (System.nanoTime() - asked) / NANOS;

    Map<String, String> settings = new TreeMap<>();
    fitted.blend().weights().forEach((name, weight) -> settings.put(name.text(), text(weight)));
    return new Verdict(
        Verdict.BLEND,
        settings,
        blended,
        judged(blended, shop, facts),
        fitSeconds + parts.stream().mapToDouble(Verdict::trainSeconds).sum(),
        blendSeconds + parts.stream().mapToDouble(Verdict::recommendSeconds).sum(),
        PeakMemory.megabytes(),
        parts.stream().mapToDouble(Verdict::modelMegabytes).sum());
  }

  private static String text(double weight) {
    return String.valueOf(Math.round(weight * 1e4) / 1e4);
  }

  private BlendFit.Fitted fit() {
    Split validation = rule.within(split.known()).split(split.known());
    TrainedShop shop = recommenders.shop(validation);
    Map<RecommenderName, TopLists> lists = new EnumMap<>(RecommenderName.class);
    for (RecommenderName name : plan.names()) {
      shop.train(name);
      lists.put(name, shop.lists(name, plan.candidates(), plan.again()));
    }
    return BlendFit.fit(lists, shop.test(), TEN);
  }
}
