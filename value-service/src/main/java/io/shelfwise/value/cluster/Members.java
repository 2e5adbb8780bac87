package io.shelfwise.value.cluster;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which customer is in which cluster: the customers sorted, and two bytes for each. */
final class Members {
  private final String[] customers;
  private final short[] clusterOf;

  private Members(String[] customers, short[] clusterOf) {
    this.customers = customers;
    this.clusterOf = clusterOf;
  }

  /** The members of a partition of customers who come in the order of their ids. */
  static Members of(List<String> sorted, Partition partition) {
    short[] clusterOf = new short[sorted.size()];
    for (int i = 0; i < clusterOf.length; i++) {
      clusterOf[i] = (short) partition.clusterOf()[i];
    }
    return new Members(sorted.toArray(String[]::new), clusterOf);
  }

  /** The cluster of a customer, from 0; empty for noise, and for one who was not there. */
  OptionalInt clusterOf(String customer) {
    int place = Arrays.binarySearch(customers, customer);
    return place < 0 || clusterOf[place] == Partition.NOISE
        ? OptionalInt.empty()
        : OptionalInt.of(clusterOf[place]);
  }

  Stream<String> in(int cluster) {
    return IntStream.range(0, customers.length)
        .filter(i -> clusterOf[i] == cluster)
        .mapToObj(i -> customers[i]);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(customers.length);
    for (int i = 0; i < customers.length; i++) {
      out.writeUTF(customers[i]);
      out.writeShort(clusterOf[i]);
    }
  }

  static Members read(DataInput in) throws IOException {
    String[] customers = new String[in.readInt()];
    short[] clusterOf = new short[customers.length];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = in.readUTF();
      clusterOf[i] = in.readShort();
    }
    return new Members(customers, clusterOf);
  }
}
