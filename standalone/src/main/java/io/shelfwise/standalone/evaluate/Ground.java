package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.Split;
import io.shelfwise.recommend.evaluate.SplitRule;
import java.util.List;

/**
 * What recommenders are tried on.
 *
 * @param split what is known, and what they are judged by
 * @param rule how the known part is cut once more, to choose settings and weights
 * @param goods what is sold
 * @param timed whether it is known when things were done
 * @param repeats whether products that a customer has may be proposed again
 */
record Ground(Split split, SplitRule rule, Goods goods, boolean timed, boolean repeats) {

  /** Where settings and weights are chosen: nothing of it is judged by. */
  Ground validation() {
    SplitRule inner = rule.within(split.known());
    return new Ground(inner.split(split.known()), inner, goods, timed, repeats);
  }

  /** Several such, to fit weights to. */
  List<Ground> folds(int most) {
    return rule.folds(split.known(), most).stream()
        .map(inner -> new Ground(inner.split(split.known()), inner, goods, timed, repeats))
        .toList();
  }

  /** The minute up to which products are known. */
  int end() {
    return rule instanceof SplitRule.AtTime cut ? cut.minute() : Integer.MAX_VALUE;
  }

  /**
   * Whether a customer who has bought nothing counts in the main table. Where the split is one in
   * time there are many, who are told apart; else they are those that a test file names.
   */
  boolean countsCold() {
    return !(rule instanceof SplitRule.AtTime);
  }
}
