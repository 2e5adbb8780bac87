package io.shelfwise.value.lifecycle;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to do about whom, as the shop says. There is something to do about everyone, since the last
 * line is for all.
 */
public final class ActionTable {
  private final List<ActionRule> lines;

  /**
   * A table of these lines, in their own order.
   *
   * @throws IllegalArgumentException if the last one is not for everyone
   */
  public ActionTable(Collection<ActionRule> rules) {
    lines = rules.stream().sorted(Comparator.comparingInt(ActionRule::order)).toList();
    if (lines.isEmpty() || !lines.getLast().isForAll()) {
      throw new IllegalArgumentException(
          "actions: the last one is for some (expected: for any stage, tier and segment)");
    }
  }

  /** What to do, the most fitting first: one action at least, each once. */
  public List<NextAction> actions(Situation situation) {
    Map<String, NextAction> actions = new LinkedHashMap<>();
    for (ActionRule line : lines) {
      if (line.isFor(situation)) {
        actions.putIfAbsent(
            line.action(),
            new NextAction(line.action(), line.text(), situation.standing().numbers()));
      }
    }
    return List.copyOf(actions.values());
  }
}
