package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.interactions.Sequences;
import io.shelfwise.recommend.model.Places;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Past visits, the newest first, and for each product the newest of those that came by it. In flat
 * arrays, which no one writes.
 *
 * <p>The products of visit {@code v} stand at {@code starts[v]} to {@code starts[v + 1] - 1}; the
 * visits of product {@code p} at {@code visitStarts[p]} to {@code visitStarts[p + 1] - 1}, the
 * newest first. Visits that no product keeps are not there.
 *
 * @param customers whose each visit was, a number a customer
 * @param commonness which part of all visits came by each product
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Sessions(
    int[] starts,
    int[] products,
    int[] customers,
    int[] visitStarts,
    int[] visits,
    float[] commonness) {

  /**
   * The visits of which a product keeps some.
   *
   * @param sample how many a product keeps
   */
  static Sessions of(Sequences all, int width, int sample) {
    int[] customerOf = new int[all.groups()];
    for (int customer = 0; customer < all.customers(); customer++) {
      Arrays.fill(
          customerOf, all.customerStarts()[customer], all.customerStarts()[customer + 1], customer);
    }
    int[] newestFirst = IntStream.range(0, all.groups()).toArray();
    IntArrays.stableSort(
        newestFirst, (one, other) -> Integer.compare(all.minutes()[other], all.minutes()[one]));

    int[] counts = new int[width];
    int[] keeps = new int[width];
    int[] starts = new int[all.groups() + 1];
    int[] products = new int[all.products().length];
    int[] customers = new int[all.groups()];
    int size = 0;
    int kept = 0;
    for (int group : newestFirst) {
      int from = all.starts()[group];
      int to = all.starts()[group + 1];
      // A visit to one product has nothing to tell of another.
      boolean tells = to - from > 1;
      boolean wanted = false;
      for (int i = from; i < to; i++) {
        counts[all.products()[i]]++;
        wanted |= tells && keeps[all.products()[i]]++ < sample;
      }
      if (wanted) {
        System.arraycopy(all.products(), from, products, size, to - from);
        size += to - from;
        customers[kept++] = customerOf[group];
        starts[kept] = size;
      }
    }
    float[] commonness = new float[width];
    for (int product = 0; product < width; product++) {
      commonness[product] = counts[product] / (float) all.groups();
    }
    return of(
        Arrays.copyOf(starts, kept + 1),
        Arrays.copyOf(products, size),
        Arrays.copyOf(customers, kept),
        commonness,
        sample);
  }

  private static Sessions of(
      int[] starts, int[] products, int[] customers, float[] commonness, int sample) {
    int[] visitStarts = new int[commonness.length + 1];
    for (int product : products) {
      if (visitStarts[product + 1] < sample) {
        visitStarts[product + 1]++;
      }
    }
    Arrays.parallelPrefix(visitStarts, Integer::sum);
    int[] visits = new int[visitStarts[commonness.length]];
    int[] next = visitStarts.clone();
    for (int visit = 0; visit < customers.length; visit++) {
      for (int i = starts[visit]; i < starts[visit + 1]; i++) {
        int product = products[i];
        if (next[product] < visitStarts[product + 1]) {
          visits[next[product]++] = visit;
        }
      }
    }
    return new Sessions(starts, products, customers, visitStarts, visits, commonness);
  }

  /** How many visits there are. */
  int size() {
    return customers.length;
  }

  /** How many products there are. */
  int width() {
    return commonness.length;
  }

  /** How many different products a visit came by. */
  int length(int visit) {
    return starts[visit + 1] - starts[visit];
  }

  /**
   * Where in {@link #products} a visit, which has something in common with the present one, came by
   * the newest product of that.
   *
   * @param present the products of the present visit, the newest last
   */
  int met(int visit, Places present) {
    return present.last(products, starts[visit], starts[visit + 1]);
  }

  void write(DataOutputStream out) throws IOException {
    write(starts, out);
    write(products, out);
    write(customers, out);
    out.writeInt(commonness.length);
    for (float part : commonness) {
      out.writeFloat(part);
    }
  }

  static Sessions read(DataInputStream in, int sample) throws IOException {
    int[] starts = ints(in);
    int[] products = ints(in);
    int[] customers = ints(in);
    float[] commonness = new float[in.readInt()];
    for (int i = 0; i < commonness.length; i++) {
      commonness[i] = in.readFloat();
    }
    return of(starts, products, customers, commonness, sample);
  }

  private static void write(int[] numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int[] numbers = new int[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }
}
