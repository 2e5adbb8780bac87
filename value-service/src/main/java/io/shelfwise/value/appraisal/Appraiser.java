package io.shelfwise.value.appraisal;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Overviews;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.lifecycle.Lifecycle;
import io.shelfwise.value.lifecycle.Situation;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.lifecycle.Standing;
import io.shelfwise.value.lifecycle.StoreRhythm;
import io.shelfwise.value.predict.StoreModels;
import io.shelfwise.value.predict.ValueModels;
import io.shelfwise.value.risk.ReviewList;
import io.shelfwise.value.segment.Loyalty;
import io.shelfwise.value.segment.RfmScores;
import io.shelfwise.value.segment.Scales;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Says of a buyer what the rules make of the numbers. */
public final class Appraiser {
  private final Rulebook rules;
  private final StoreModels models;
  private final Overviews<Scales> scales;
  private final Overviews<StoreRhythm> rhythms = new Overviews<>(StoreRhythm::of);
  private final Overviews<ReviewList> reviews;

  /** By these rules, and by the models in force. */
  public Appraiser(Rulebook rules, StoreModels models) {
    this.rules = rules;
    this.models = models;
    scales = new Overviews<>(store -> Scales.of(store, rules.rfm()));
    reviews = new Overviews<>(store -> ReviewList.of(store, rules.risk()));
  }

  /** The rules. */
  public Rulebook rules() {
    return rules;
  }

  /** Looks at the stores anew where something changed. */
  public void refresh(Collection<StoreHistory> stores) {
    scales.refresh(stores);
    rhythms.refresh(stores);
    reviews.refresh(stores);
  }

  /** What a store's buyers are measured by. The store has a buyer. */
  public Scales scales(StoreHistory store) {
    return scales.of(store);
  }

  /** What is out of the ordinary in a store. The store has a buyer. */
  public ReviewList review(StoreHistory store) {
    return reviews.of(store);
  }

  /** What tells where the store's customers stand. The store has a buyer. */
  public Lifecycle lifecycle(StoreHistory store) {
    return new Lifecycle(
        rules.lifecycle(), rhythms.of(store), models.of(store.store()).map(ValueModels::lifecycle));
  }

  /** A buyer of the store. */
  public Appraisal appraise(StoreHistory store, CustomerHistory buyer) {
    Scales measures = scales(store);
    RfmScores scores = measures.rfm().scores(buyer);
    Loyalty loyalty = rules.loyalty().loyalty(buyer, measures.marks(), store.totals().asOfMillis());
    Standing standing = lifecycle(store).standing(buyer, store.totals().asOfDay());
    Membership membership =
        new Membership(
            measures.tier(buyer),
            rules.levels().level(buyer),
            measures.rfm().segment(scores),
            standing.stage(),
            loyalty.loyal());
    return new Appraisal(
        membership,
        scores,
        loyalty,
        standing,
        rules
            .actions()
            .actions(
                new Situation(
                    standing, Optional.of(membership.tier()), Set.copyOf(membership.segments()))));
  }

  /** The groups of a buyer whose stage is known. */
  Membership membership(StoreHistory store, CustomerHistory buyer, Scales measures, Stage stage) {
    return new Membership(
        measures.tier(buyer),
        rules.levels().level(buyer),
        measures.rfm().segment(measures.rfm().scores(buyer)),
        stage,
        rules.loyalty().loyalty(buyer, measures.marks(), store.totals().asOfMillis()).loyal());
  }
}
