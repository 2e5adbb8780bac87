package io.shelfwise.profile.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * A store, as the log keeps it.
 *
 * @param id the store's id
 * @param partitions in how many parts it is kept; fixed when the store came to be, for the keys
 *     depend on it
 */
public record Store(String id, int partitions) {
  public Store {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions: " + partitions + " (expected: >= 1)");
    }
  }

  /** The part that a customer is in. */
  public Partition partitionOf(String customer) {
    CRC32C hash = new CRC32C();
    hash.update(customer.getBytes(StandardCharsets.UTF_8));
    return new Partition(id, (int) (hash.getValue() % partitions));
  }

  /** All its parts. */
  List<Partition> all() {
    return IntStream.range(0, partitions).mapToObj(number -> new Partition(id, number)).toList();
  }
}
