package io.shelfwise.recommend.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The recommenders there are, by the names that callers know them by. */
public enum RecommenderName {
  /** What customers of a like taste like. */
  USER_KNN("user-knn"),
  /** What the same customers like. */
  CO_OCCURRENCE("co-occurrence"),
  /** What the catalogue tells alike. */
  CONTENT("content"),
  /** What many customers bought, over long. */
  POPULAR("popular"),
  /** What many customers buy lately. */
  TRENDING("trending");

  private final String text;

  RecommenderName(String text) {
    this.text = text;
  }

  /** The name as callers know it. */
  public String text() {
    return text;
  }

  /** Whether there is a model to train; what others know changes with every event or product. */
  public boolean isTrained() {
    return this == USER_KNN || this == CO_OCCURRENCE;
  }

  /** The recommender that callers know by a name; empty if there is none. */
  public static Optional<RecommenderName> of(String text) {
    for (RecommenderName name : values()) {
      if (name.text.equals(text)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** All names, as callers know them, in a sentence. */
  public static String all() {
    return Arrays.stream(values()).map(RecommenderName::text).collect(Collectors.joining(", "));
  }
}
