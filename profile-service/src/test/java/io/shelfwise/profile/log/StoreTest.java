package io.shelfwise.profile.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.cluster.SlotHash;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoreTest {
  @Test
  void allKeysOfAPartLieInOneSlot() {
    Partition partition = new Store("a.b:c_d-e", 8).partitionOf("ann");

    assertThat(
            Stream.of(
                    partition.log(),
                    partition.history("ann"),
                    partition.seen("bob"),
                    partition.profile("x:y"),
                    partition.person("ann"))
                .map(SlotHash::getSlot))
        .containsOnly(SlotHash.getSlot("a.b:c_d-e/" + partition.number()));
  }

  @Test
  void aCustomerStaysInItsPart() {
    // CRC-32C of "123456789" is published as e3069283.
    assertThat(new Store("demo", 1_000).partitionOf("123456789").number())
        .isEqualTo((int) (0xe3069283L % 1_000));
  }

  @Test
  void customersAreSpreadOverTheParts() {
    Store store = new Store("demo", 8);
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int i = 0; i < 8_000; i++) {
      sizes.merge(store.partitionOf("customer-" + i).number(), 1, Integer::sum);
    }

    assertThat(sizes).hasSize(8).allSatisfy((part, size) -> assertThat(size).isBetween(800, 1_200));
  }

  @Test
  void aStoreHasAtLeastOnePart() {
    assertThatThrownBy(() -> new Store("demo", 0)).hasMessage("partitions: 0 (expected: >= 1)");
  }
}
