package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the products by which lists are judged beyond their hits: how many customers
 * have each, who they are, what it costs, and where it belongs.
 */
public final class ProductFacts {
  /** How many customers are looked at, to tell how much alike two products are. */
  private static final int MOST_WITNESSES = 8192;

  private static final double LOG_2 = Math.log(2);

  /** The groups of products by popularity: the head, the middle, the tail. */
  static final int GROUPS = 3;

  private final SparseMatrix byProduct;
  private final int customers;
  private final double[] prices;
  private final List<List<String>> categories;
  private final byte[] groups;
  private final int stride;
  private final AtomicReferenceArray<long @Nullable []> witnesses;

  /**
   * The facts of products.
   *
   * @param interests which customer has which product, a customer a row
   * @param prices what each product costs; 0 where that is not known
   * @param categories the category path of each product; empty where it has none
   */
  public ProductFacts(SparseMatrix interests, double[] prices, List<List<String>> categories) {
    this.byProduct = interests.transposed();
    this.customers = interests.height();
    this.prices = Arrays.copyOf(prices, byProduct.height());
    this.categories = List.copyOf(categories);
    this.groups = groups();
    this.stride = Math.max(1, (customers + MOST_WITNESSES - 1) / MOST_WITNESSES);
    this.witnesses = new AtomicReferenceArray<>(byProduct.height());
  }

  /** How many customers have a product. */
  public int popularity(int product) {
    return product < byProduct.height()
        ? byProduct.starts()[product + 1] - byProduct.starts()[product]
        : 0;
  }

  /**
   * How surprising a product is, in bits: {@code −log2} of the share of the customers who have it;
   * one that no one has counts as if one had.
   */
  double selfInformation(int product) {
    return Math.log(Math.max(1, customers) / (double) Math.max(1, popularity(product))) / LOG_2;
  }

  /** What a product costs; 0 if that is not known. */
  double price(int product) {
    return product < prices.length ? prices[product] : 0;
  }

  /** Whether any price is known. */
  public boolean hasPrices() {
    return Arrays.stream(prices).anyMatch(price -> price > 0);
  }

  /** Whether any category is known. */
  public boolean hasCategories() {
    return categories.stream().anyMatch(path -> !path.isEmpty());
  }

  /**
   * How far apart two products are in the tree of categories: 0 in the same place, 1 under nothing
   * in common. With paths of {@code a} and {@code b} steps, the first {@code c} the same, {@code 1
   * - 2c / (a + b)}. A product that is nowhere is apart from all.
   *
   * @see <a href="https://doi.org/10.3115/981732.981751">Wu, Palmer (1994), Verb semantics and
   *     lexical selection</a>
   */
  double categoryDistance(int one, int other) {
    List<String> a = path(one);
    List<String> b = path(other);
    if (a.isEmpty() || b.isEmpty()) {
      return 1;
    }
    int shared = 0;
    while (shared < Math.min(a.size(), b.size()) && a.get(shared).equals(b.get(shared))) {
      shared++;
    }
    return 1 - 2.0 * shared / (a.size() + b.size());
  }

  private List<String> path(int product) {
    return product < categories.size() ? categories.get(product) : List.of();
  }

  /** The group of a product by popularity, 0 for the head. */
  int group(int product) {
    return product < groups.length ? groups[product] : GROUPS - 1;
  }

  /**
   * The head is the most popular products that together make up a fifth of all that customers have,
   * the tail the least popular ones that make up another fifth.
   */
  private byte[] groups() {
    byte[] of = new byte[byProduct.height()];
    int[] order =
        IntStream.range(0, of.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(product -> -popularity(product))
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    long all = byProduct.entries();
    long before = 0;
    for (int product : order) {
      of[product] = (byte) (before < 0.2 * all ? 0 : before < 0.8 * all ? 1 : 2);
      before += popularity(product);
    }
    return of;
  }

  /**
   * How much alike two products are: the cosine of who has them, {@code |A ∩ B| / √(|A| |B|)}, over
   * all customers, or every n-th of them where there are many.
   */
  double likeness(int one, int other) {
    long[] a = witnesses(one);
    long[] b = witnesses(other);
    long both = 0;
    long inA = 0;
    long inB = 0;
    for (int word = 0; word < a.length; word++) {
      both += Long.bitCount(a[word] & b[word]);
      inA += Long.bitCount(a[word]);
      inB += Long.bitCount(b[word]);
    }
    return both == 0 ? 0 : both / Math.sqrt((double) inA * inB);
  }

  private long[] witnesses(int product) {
    long[] known = product < witnesses.length() ? witnesses.get(product) : null;
    if (known != null) {
      return known;
    }
    long[] bits = new long[(customers / stride + Long.SIZE) / Long.SIZE];
    if (product < byProduct.height()) {
      for (int e = byProduct.starts()[product]; e < byProduct.starts()[product + 1]; e++) {
        int customer = byProduct.columns()[e];
        if (customer % stride == 0) {
          bits[customer / stride / Long.SIZE] |= 1L << (customer / stride);
        }
      }
      witnesses.set(product, bits);
    }
    return bits;
  }
}
