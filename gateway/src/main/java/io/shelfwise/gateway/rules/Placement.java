package io.shelfwise.gateway.rules;

import io.shelfwise.gateway.blend.Weights;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place on the shop's pages where recommendations are shown.
 *
 * @param name what requests call it
 * @param weights how much each recommender counts there
 * @param fallback how much each recommender counts for what is shown after all that, when it is too
 *     little
 * @param excludePurchased whether products that the customer has bought are left out
 * @param needsProducts whether it makes sense only with products to start from: a page's or a
 *     cart's
 * @param longestRun how many products of one category may follow each other; 0: any number
 */
public record Placement(
    String name,
    Weights weights,
    Weights fallback,
    boolean excludePurchased,
    boolean needsProducts,
    int longestRun) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

  public Placement {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "placement: " + name + " (expected: 1 to 64 of a-z 0-9 -)");
    }
    if (longestRun < 0) {
      throw new IllegalArgumentException("longestRun: " + longestRun + " (expected: >= 0)");
    }
  }

  /** This placement with other weights. */
  public Placement weighing(Weights others) {
    return new Placement(name, others, fallback, excludePurchased, needsProducts, longestRun);
  }

  /** The recommenders that have a say, each once. */
  public List<String> recommenders() {
    return Stream.concat(weights.recommenders().stream(), fallback.recommenders().stream())
        .distinct()
        .toList();
  }
}
