package io.shelfwise.recommend.interactions;

import java.util.List;

/**
 * What trainers learn from, and what was kept from them to judge by.
 *
 * @param data what customers did, without what is withheld
 * @param withheld of each customer that was chosen, the newest product of interest
 */
public record Lesson(TrainingData data, List<Withheld> withheld) {
  public Lesson {
    withheld = List.copyOf(withheld);
  }
}
