package io.shelfwise.recommend.content;

/**
 * How much each way of being alike has to say.
 *
 * @param words to share words
 * @param attributes to share attributes
 * @param vectors to be near each other by a model
 */
public record LikenessWeights(double words, double attributes, double vectors) {
  public LikenessWeights {
    require("words", words);
    require("attributes", attributes);
    require("vectors", vectors);
    if (words + attributes + vectors == 0) {
      throw new IllegalArgumentException("words, attributes, vectors: 0 (expected: not all 0)");
    }
  }

  private static void require(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(name + ": " + weight + " (expected: >= 0)");
    }
  }
}
