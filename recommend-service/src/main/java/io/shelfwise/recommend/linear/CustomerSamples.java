package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers of each product: all, every second, every fourth, and so on, of all products the
 * same. What products have in common can so be estimated from a part of the customers, each of whom
 * then stands for several.
 */
final class CustomerSamples {
  private final List<Sample> samples;

  /**
   * A part of the customers.
   *
   * @param byProduct their interests, a product a row
   * @param standFor for how many customers each of them stands
   */
  record Sample(SparseMatrix byProduct, int standFor) {}

  private CustomerSamples(List<Sample> samples) {
    this.samples = List.copyOf(samples);
  }

  /** Samples down to one in which no product has more than so many customers. */
  static CustomerSamples of(SparseMatrix byProduct, int most) {
    List<Sample> samples = new ArrayList<>();
    Sample sample = new Sample(byProduct, 1);
    samples.add(sample);
    while (sample.byProduct().entries() > 0 && longestRow(sample.byProduct()) > most) {
      sample = half(sample);
      samples.add(sample);
    }
    return new CustomerSamples(samples);
  }

  private static Sample half(Sample sample) {
    SparseMatrix all = sample.byProduct();
    int standFor = 2 * sample.standFor();
    SparseMatrix.Builder half = new SparseMatrix.Builder();
    for (int product = 0; product < all.height(); product++) {
      for (int e = all.starts()[product]; e < all.starts()[product + 1]; e++) {
        if (all.columns()[e] % standFor == 0) {
          half.add(all.columns()[e], all.values()[e]);
        }
      }
      half.endRow();
    }
    return new Sample(half.build(all.width()), standFor);
  }

  private static int longestRow(SparseMatrix matrix) {
    int longest = 0;
    for (int row = 0; row < matrix.height(); row++) {
      longest = Math.max(longest, matrix.starts()[row + 1] - matrix.starts()[row]);
    }
    return longest;
  }

  /** The largest sample that leaves about no more than {@code most} of so many interests. */
  Sample ofAtMost(long interests, long most) {
    int level = 0;
    while (level < samples.size() - 1 && interests >> level > most) {
      level++;
    }
    return samples.get(level);
  }
}
