package io.shelfwise.recommend.content;

import java.util.List;

/**
 * Where a product is thought to belong.
 *
 * @param path the categories, from the widest to the narrowest that most agree on; at least one
 * @param confidence which part of the likeness spoke for the whole path, 0 to 1
 */
public record PredictedCategory(List<String> path, double confidence) {
  public PredictedCategory {
    path = List.copyOf(path);
    if (path.isEmpty() || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "path, confidence: " + path + ", " + confidence + " (expected: not empty, 0 to 1)");
    }
  }
}
