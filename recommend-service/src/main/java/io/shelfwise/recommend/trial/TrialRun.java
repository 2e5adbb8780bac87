package io.shelfwise.recommend.trial;

import io.shelfwise.recommend.evaluate.Bootstrap;
import io.shelfwise.recommend.evaluate.Judgement;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.evaluate.ProductFacts;
import io.shelfwise.recommend.evaluate.SplitRule.AtTime;
import io.shelfwise.recommend.evaluate.TopLists;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One trial: the last part of the time of a store is held out, the recommenders are trained on what
 * was before, and each is asked what everyone who bought something in that part would like.
 *
 * @param names whom to judge
 * @param heldOut which part of the time is held out, between 0 and 1
 * @param again whether products that a customer has already may be proposed again
 * @param setup how recommenders are made and asked
 * @param bootstrap how sure the measures are
 */
record TrialRun(
    List<RecommenderName> names,
    double heldOut,
    boolean again,
    TrainedShop.Setup setup,
    Bootstrap bootstrap) {
  private static final int WIDTH = 20;
  private static final List<MeasureAt> MEASURES =
      Stream.of("ndcg@10", "hit-rate@10", "recall@20", "precision@10", "map@20", "coverage@20")
          .map(MeasureAt::of)
          .toList();

  /**
   * Judges.
   *
   * @param past what happened in the store, in the order of time
   * @param blank the store as if nothing had happened
   * @param onSale the ids of the products of its catalogue
   * @param news told how the trial stands
   * @return why nothing can be judged; empty if it was
   */
  Optional<String> judge(
      List<Interaction> past,
      Store blank,
      List<String> onSale,
      Watch watch,
      Consumer<UnaryOperator<Trial>> news) {
    if (past.isEmpty()) {
      return Optional.of("nothing has happened in the store");
    }
    AtTime cut = AtTime.leaving(heldOut, again, past);
    TrainedShop shop = new TrainedShop(cut.split(past), blank, onSale, setup);
    if (shop.test().size() == 0) {
      return Optional.of("nobody bought anything in the part of the time that is held out");
    }
    int cold = (int) shop.test().places().filter(shop.test()::isCold).count();
    news.accept(
        trial ->
            trial.at(Instant.ofEpochSecond(60L * cut.minute()), shop.test().size() - cold, cold));
    ProductFacts facts =
        new ProductFacts(shop.data().interests().matrix(), new double[0], List.of());
    for (int i = 0; i < names.size(); i++) {
      watch.check();
      RecommenderName name = names.get(i);
      double done = i / (double) names.size();
      news.accept(trial -> trial.judging(name.text(), done));
      Verdict verdict = judge(name, shop, facts, watch);
      news.accept(trial -> trial.with(verdict));
    }
    return Optional.empty();
  }

  private Verdict judge(RecommenderName name, TrainedShop shop, ProductFacts facts, Watch watch) {
    TrainedShop.Cost cost = shop.train(name, watch);
    watch.check();
    TopLists lists = shop.lists(name, WIDTH, again);
    IntPredicate isCold = shop.test()::isCold;
    return new Verdict(
        name,
        cost.seconds(),
        values(MEASURES, lists, shop, facts, isCold.negate()),
        values(
            MEASURES.stream().filter(measure -> !measure.measure().isOfAll()).toList(),
            lists,
            shop,
            facts,
            isCold));
  }

  /** The measures of a group of customers; none if there is no one in it. */
  private List<Verdict.Value> values(
      List<MeasureAt> measures,
      TopLists lists,
      TrainedShop shop,
      ProductFacts facts,
      IntPredicate group) {
    if (shop.test().places().noneMatch(group)) {
      return List.of();
    }
    Judgement judgement = Judgement.of(lists, shop.test(), facts, shop.products(), measures, group);
    return measures.stream().map(measure -> value(measure, judgement)).toList();
  }

  private Verdict.Value value(MeasureAt measure, Judgement judgement) {
    double mean = judgement.mean(measure);
    if (measure.measure().isOfAll()) {
      return new Verdict.Value(measure.toString(), mean, mean, mean);
    }
    Bootstrap.Interval sure = bootstrap.of(judgement.counted(measure));
    return new Verdict.Value(measure.toString(), mean, sure.low(), sure.high());
  }
}
