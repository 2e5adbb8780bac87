package io.shelfwise.recommend.training;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * In which order recommenders are trained. Each answers as soon as it is trained, so those that
 * most answers ask for come first; the others follow as they are told everywhere.
 *
 * @param first which come first, in this order
 */
public record TrainingOrder(List<RecommenderName> first) {
  /** As they are told everywhere. */
  public static final TrainingOrder AS_TOLD = new TrainingOrder(List.of());

  public TrainingOrder {
    first = List.copyOf(first);
  }

  List<RecommenderName> of(Collection<RecommenderName> names) {
    SequencedSet<RecommenderName> order = new LinkedHashSet<>(first);
    names.stream().sorted().forEach(order::add);
    order.retainAll(names);
    return List.copyOf(order);
  }
}
