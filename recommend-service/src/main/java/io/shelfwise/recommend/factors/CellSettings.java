package io.shelfwise.recommend.factors;

/**
 * How products are looked for in a large catalogue.
 *
 * @param from from how many products on there are cells; below, all products are looked at
 * @param size how many products a cell has on average
 * @param probed into how many cells to look at least
 */
public record CellSettings(int from, int size, int probed) {
  /** No cells: all products are looked at. */
  public static final CellSettings NONE = new CellSettings(Integer.MAX_VALUE, 1, 1);

  public CellSettings {
    if (from < 0) {
      throw new IllegalArgumentException("cells-from: " + from + " (expected: >= 0)");
    }
    if (size < 1) {
      throw new IllegalArgumentException("cell-size: " + size + " (expected: >= 1)");
    }
    if (probed < 1) {
      throw new IllegalArgumentException("cells-probed: " + probed + " (expected: >= 1)");
    }
  }

  /** How many cells so many products are divided into. */
  int cells(int products) {
    return products < from ? 1 : Math.max(1, products / size);
  }
}
