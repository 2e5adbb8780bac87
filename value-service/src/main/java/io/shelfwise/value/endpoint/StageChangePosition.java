package io.shelfwise.value.endpoint;

import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.lifecycle.StageChange;
import io.shelfwise.value.lifecycle.StageChanges.OfCustomer;
import java.util.Optional;

/**
 * The last change on a page, as text: the next page goes on after it, also when new changes have
 * come in before it.
 */
final class StageChangePosition {
  private StageChangePosition() {}

  static String format(OfCustomer last) {
    return last.change().day() + "/" + last.customer() + "/" + last.change().to().name();
  }

  /** As much of the change as tells its place in the list. */
  static OfCustomer parse(String position) {
    String[] parts = position.split("/", 3);
    return new OfCustomer(
        parts[1],
        new StageChange(Optional.empty(), Stage.valueOf(parts[2]), Integer.parseInt(parts[0])));
  }
}
