package io.shelfwise.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final List<Rejection> rejections = new ArrayList<>();
  private final AtomicLong done = new AtomicLong();

  @Test
  void everythingArrivesAndWhatHasOneKeyInItsOrder() {
    ConcurrentMap<Integer, List<Integer>> byKey = new ConcurrentHashMap<>();
    Delivery<Integer> delivery =
        begin(
            chunk -> {
              assertThat(chunk).hasSizeBetween(1, 1_000);
              chunk.forEach(i -> byKey.computeIfAbsent(i % 10, key -> new ArrayList<>()).add(i));
              return new Receipt(chunk.size(), 0, new TreeMap<>());
            });
    IntStream.range(0, 12_345).forEach(i -> delivery.add(new Entry.Good<>(i + 2L, i)));

    assertThat(delivery.finish()).isEqualTo(new Delivery.Total(12_345, 0));
    assertThat(done).hasValue(12_345);
    assertThat(byKey).hasSize(10);
    byKey.values().forEach(list -> assertThat(list).isSorted());
  }

  @Test
  void whatTheReceiverRejectsIsToldByTheRowItStoodIn() {
    Delivery<Integer> delivery =
        begin(
            chunk -> {
              SortedMap<Integer, String> rejected = new TreeMap<>();
              for (int place = 0; place < chunk.size(); place++) {
                if (chunk.get(place) == 777) {
                  rejected.put(place, "unlucky");
                }
              }
              return new Receipt(chunk.size() - rejected.size(), 0, rejected);
            });
    IntStream.range(0, 1_500).forEach(i -> delivery.add(new Entry.Good<>(i + 2L, i)));
    delivery.add(new Entry.Bad<>(9_999, "unreadable"));

    assertThat(delivery.finish().written()).isEqualTo(1_499);
    assertThat(rejections)
        .containsExactlyInAnyOrder(
            new Rejection(779, "unlucky"), new Rejection(9_999, "unreadable"));
  }

  @Test
  void aFailureEndsTheDelivery() {
    Delivery<Integer> delivery =
        begin(
            chunk -> {
              throw new IllegalStateException("no way through");
            });
    assertThatThrownBy(
            () -> {
              IntStream.range(0, 100_000).forEach(i -> delivery.add(new Entry.Good<>(i, i)));
              delivery.finish();
            })
        .hasMessage("no way through");
  }

  private Delivery<Integer> begin(Delivery.Sender<Integer> sender) {
    return Delivery.begin(sender, i -> i % 10, rejections::add, done::addAndGet);
  }
}
