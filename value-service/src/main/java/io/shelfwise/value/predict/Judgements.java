package io.shelfwise.value.predict;

import io.shelfwise.value.judge.FrequencyGroup;
import io.shelfwise.value.judge.Tracking;
import java.util.List;

/**
 * How the models did on the last days of a store, which they had not seen.
 *
 * @param days how long the holdout was; it ended when the models were fitted
 * @param firstDay the day on which {@code tracking} begins
 * @param purchases each purchase model by the purchase days that came, the least error first
 * @param values each value model by the money that came, the least error first
 * @param tracking the purchase model in force, week by week
 * @param frequencies the purchase model in force, by what customers had bought before
 */
public record Judgements(
    int days,
    int firstDay,
    List<Judgement> purchases,
    List<Judgement> values,
    Tracking tracking,
    List<FrequencyGroup> frequencies) {
  public Judgements {
    purchases = List.copyOf(purchases);
    values = List.copyOf(values);
    frequencies = List.copyOf(frequencies);
  }
}
