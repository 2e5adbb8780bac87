package io.shelfwise.recommend.content;

/**
 * The products that have a term, and what each scores by it.
 *
 * @param products their numbers in a {@link CatalogView}, ascending
 * @param scores what the product of the same place scores; more than 0
 * @param largest the largest of the scores, 0 if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record ScoredTerm(int[] products, float[] scores, float largest) {
  static ScoredTerm of(int[] products, float[] scores) {
    float largest = 0;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    return new ScoredTerm(products, scores, largest);
  }

  /** How many products have it. */
  int size() {
    return products.length;
  }

  /**
   * The first place, from one on, whose product is not below the one that is looked for. Strides
   * double until they are too long: what is near is found at once, and nothing is far.
   */
  int seek(int product, int from) {
    int low = from;
    int stride = 1;
    while (low + stride <= products.length && products[low + stride - 1] < product) {
      low += stride;
      stride *= 2;
    }
    int high = Math.min(products.length, low + stride - 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (products[middle] < product) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a product stands at a place. */
  boolean has(int product, int place) {
    return place < products.length && products[place] == product;
  }
}
