package io.shelfwise.recommend.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The recommenders there are, by the names that callers know them by. */
public enum RecommenderName {
  /** What customers of a like taste like. */
  USER_KNN("user-knn", true),
  /** What is liked by the same customers, by the cosine. */
  ITEM_KNN("item-knn", true),
  /**
   * What is liked by the same customers, where each counts the less the more products they like.
   */
  BM25("bm25", true),
  /** What a random walk from the customer's products comes to. */
  RP3BETA("rp3beta", true),
  /** What the same customers like more often than chance would have it. */
  CO_OCCURRENCE("co-occurrence", true),
  /** What is close to the customer in a space of a few dimensions. */
  MATRIX_FACTORIZATION("matrix-factorization", true),
  /** What the customer's products foretell, all of them weighed against each other. */
  AUTOENCODER("autoencoder", true),
  /** What the catalogue tells alike. */
  CONTENT("content", false),
  /** What is bought by whoever buys this. */
  RULES("rules", true),
  /** What the customer's next order will have in it. */
  NEXT_BASKET("next-basket", true),
  /** What the customer is due to buy once more. */
  BUY_AGAIN("buy-again", true),
  /** What came up in visits like this one. */
  SESSION("session", true),
  /** What many customers bought, over long. */
  POPULAR("popular", false),
  /** What many customers buy lately. */
  TRENDING("trending", false),
  /** What has just come in. */
  NEW("new", false),
  /** What the customer looked at last. */
  RECENTLY_VIEWED("recently-viewed", false);

  private final String text;
  private final boolean trained;

  RecommenderName(String text, boolean trained) {
    this.text = text;
    this.trained = trained;
  }

  /** The name as callers know it. */
  public String text() {
    return text;
  }

  /** Whether there is a model to train; what others know changes with every event or product. */
  public boolean isTrained() {
    return trained;
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
