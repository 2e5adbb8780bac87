package io.shelfwise.value.predict;

import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.judge.Decile;
import java.util.List;

/**
 * How a model did on a holdout.
 *
 * @param model its name
 * @param accuracy its errors
 * @param deciles whether those of whom much was expected brought much
 */
public record Judgement(String model, Accuracy accuracy, List<Decile> deciles) {
  public Judgement {
    deciles = List.copyOf(deciles);
  }

  static Judgement of(String model, Comparison comparison) {
    return new Judgement(model, comparison.accuracy(), comparison.deciles());
  }
}
