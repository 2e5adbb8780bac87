package io.shelfwise.standalone.bench;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The customers that are asked about.
 *
 * @param ids their ids, at least one
 */
record Customers(List<String> ids) {
  Customers {
    ids = List.copyOf(ids);
  }

  /** One of them. */
  String any(SplittableRandom random) {
    return ids.get(random.nextInt(ids.size()));
  }
}
