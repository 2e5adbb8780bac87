package io.shelfwise.recommend.training;

import io.shelfwise.recommend.guard.Guard;
import io.shelfwise.recommend.guard.Judgement;
import io.shelfwise.recommend.model.NothingLearnedException;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.store.HeldOutMeasures;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.TrainedModel;
import io.shelfwise.recommend.training.StoreTrainer.Material;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One training of a store: trains one recommender after the other, has each new model judged, and
 * lets it answer if it may, before the next one has its turn.
 *
 * <p>A recommender that fails, or whose model is refused, takes nothing from the others.
 */
final class TrainingRun {
  /** Less progress than this is not told: a kernel may tell it row by row. */
  private static final double NOTABLE = 0.01;

  private static final Logger log = LoggerFactory.getLogger(TrainingRun.class);

  private final Store store;
  private final TrainingHistory history;
  private final Training training;
  private final StoreTrainer trainer;
  private final Guard guard;
  private final BooleanSupplier cancelled;
  private final Successor successor;

  /**
   * A run.
   *
   * @param cancelled whether it is not wanted any more
   * @param successor told of each new model that may answer, and of old ones that may not any more
   */
  TrainingRun(
      Store store,
      TrainingHistory history,
      Training training,
      StoreTrainer trainer,
      Guard guard,
      BooleanSupplier cancelled,
      Successor successor) {
    this.store = store;
    this.history = history;
    this.training = training;
    this.trainer = trainer;
    this.guard = guard;
    this.cancelled = cancelled;
    this.successor = successor;
  }

  /** Decides who answers. */
  interface Successor {
    /** Lets a new model answer, in place of the old one if there is any. */
    void answer(RecommenderName name, TrainedModel model);

    /** Lets no model of a recommender answer any more. */
    void leave(RecommenderName name);
  }

  /**
   * Trains on what is taken in.
   *
   * @param cursor up to where the log has certainly been taken in
   * @throws CancellationException if it is not wanted any more
   */
  void train(String cursor) {
    Material material = trainer.material(store, cursor);
    training.recommenders().forEach(one -> attempt(one.name(), material));
  }

  private void attempt(RecommenderName name, Material material) {
    Watch watch = watch(name);
    watch.check();
    note(name, one -> one.running(0));
    try {
      Optional<TrainedModel> made = trainer.train(store, name, material, watch);
      if (made.isPresent()) {
        judge(name, made.get(), material, watch);
      } else {
        note(name, RecommenderTraining::inForce);
      }
    } catch (CancellationException e) {
      throw e;
    } catch (NothingLearnedException e) {
      log.warn(
          "store {}: training {} learned nothing, and the old model answers on: {}",
          store.id(),
          name.text(),
          e.reason());
      fail(name, e.reason(), material);
    } catch (RuntimeException e) {
      if (cancelled.getAsBoolean()) {
        // What was interrupted on its way fails in many ways.
        throw new CancellationException();
      }
      log.error("store {}: training {} failed; the old model answers", store.id(), name.text(), e);
      fail(name, "a defect, which the log tells", material);
    }
  }

  private void fail(RecommenderName name, String why, Material material) {
    if (mayKnowErased(name, material)) {
      successor.leave(name);
    }
    note(name, one -> one.failed(why));
  }

  private void judge(RecommenderName name, TrainedModel made, Material material, Watch watch) {
    if (material.sample().isEmpty()) {
      succeed(name, made, Optional.empty(), watch);
      return;
    }
    Judgement fresh = material.sample().judge(made.model().recommender(), watch);
    TrainedModel model = made.judged(fresh.measures());
    Verdict verdict = verdict(name, fresh, material, watch);
    if (verdict.objection().isEmpty() || training.force() || mayKnowErased(name, material)) {
      succeed(name, model, verdict.before(), watch);
      return;
    }
    String objection = verdict.objection().get();
    log.warn(
        "store {}: the new model of {} is refused, and the old one answers on: {}",
        store.id(),
        name.text(),
        objection);
    note(name, one -> one.of(model, verdict.before()).refused(objection));
  }

  private void succeed(
      RecommenderName name, TrainedModel model, Optional<HeldOutMeasures> before, Watch watch) {
    watch.check();
    successor.answer(name, model);
    note(name, one -> one.of(model, before).inForce());
  }

  /** How good the model in force is, and what speaks against the new one in comparison. */
  private record Verdict(Optional<HeldOutMeasures> before, Optional<String> objection) {}

  private Verdict verdict(RecommenderName name, Judgement fresh, Material material, Watch watch) {
    Optional<TrainedModel> inForce = store.models().get().find(name);
    if (inForce.isEmpty() || inForce.get().measures().isEmpty()) {
      return new Verdict(Optional.empty(), Optional.empty());
    }
    TrainedModel old = inForce.get();
    if (trainer.isJudgedFairly(name, old)) {
      Judgement again = material.sample().judge(old.model().recommender(), watch);
      return new Verdict(Optional.of(again.measures()), guard.objection(fresh, again));
    }
    HeldOutMeasures recorded = old.measures().orElseThrow();
    return new Verdict(Optional.of(recorded), guard.objection(fresh.measures(), recorded));
  }

  /** Whether the model in force cannot stay, because it may know a customer who was erased. */
  private boolean mayKnowErased(RecommenderName name, Material material) {
    return store
        .models()
        .get()
        .find(name)
        .filter(old -> old.provenance().erasures() != material.erasures())
        .isPresent();
  }

  private Watch watch(RecommenderName name) {
    return new Watch() {
      private double told;

      @Override
      public boolean cancelled() {
        return cancelled.getAsBoolean();
      }

      @Override
      public void progress(double part) {
        if (part - told >= NOTABLE) {
          told = part;
          note(name, one -> one.running(part));
        }
      }
    };
  }

  private void note(RecommenderName name, UnaryOperator<RecommenderTraining> news) {
    history.update(training.id(), now -> now.with(name, news));
  }
}
