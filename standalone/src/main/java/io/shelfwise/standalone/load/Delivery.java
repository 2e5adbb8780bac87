package io.shelfwise.standalone.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends any number of things in chunks, over several lanes side by side.
 *
 * <p>Things of one lane arrive in their order, so what must keep an order (the events of one
 * customer) goes over one lane. Whoever hands things on waits when a lane is full: no more than two
 * chunks a lane are held at any time.
 *
 * @param <T> what is sent
 */
public final class Delivery<T> {
  private static final int LANES = 4;
  private static final int CHUNK = 1000;

  /** Sends a chunk, and tells what became of it. */
  @FunctionalInterface
  public interface Sender<T> {
    /** Sends at most {@value #CHUNK} things. */
    Receipt send(List<T> chunk);
  }

  private final Sender<T> sender;
  private final ToIntFunction<T> key;
  private final Consumer<Rejection> rejected;
  private final LongConsumer progress;
  private final List<Lane> lanes = new ArrayList<>();
  private final LongAdder written = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  private Delivery(
      Sender<T> sender, ToIntFunction<T> key, Consumer<Rejection> rejected, LongConsumer progress) {
    this.sender = sender;
    this.key = key;
    this.rejected = rejected;
    this.progress = progress;
  }

  /**
   * Begins.
   *
   * @param sender what sends a chunk
   * @param key what has the same key keeps its order
   * @param rejected is told of each thing that was not taken; called by one thread at a time
   * @param progress is told how many further ones are done; called by several threads
   */
  public static <T> Delivery<T> begin(
      Sender<T> sender, ToIntFunction<T> key, Consumer<Rejection> rejected, LongConsumer progress) {
    Delivery<T> delivery = new Delivery<>(sender, key, rejected, progress);
    for (int i = 0; i < LANES; i++) {
      delivery.lanes.add(delivery.new Lane());
    }
    return delivery;
  }

  /** Hands on something that a row came to; waits while there is no room. */
  public void add(Entry<T> entry) {
    switch (entry) {
      case Entry.Good<T> good ->
          lanes.get(Math.floorMod(key.applyAsInt(good.value()), lanes.size())).add(good);
      case Entry.Bad<T>(long row, String reason) -> reject(new Rejection(row, reason));
    }
  }

  /** Waits until everything is sent, and tells how much was taken. */
  public Total finish() {
    lanes.forEach(Lane::end);
    lanes.forEach(Lane::await);
    rethrow();
    return new Total(written.sum(), repeated.sum());
  }

  private synchronized void reject(Rejection rejection) {
    rejected.accept(rejection);
  }

  private void rethrow() {
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  /**
   * What was taken.
   *
   * @param written how many are new
   * @param repeated how many were there already
   */
  public record Total(long written, long repeated) {}

  private final class Lane {
    /** Chunks to send; an empty one is the end. */
    private final BlockingQueue<List<Entry.Good<T>>> queue = new ArrayBlockingQueue<>(1);

    private final Thread thread = Thread.startVirtualThread(this::run);
    private List<Entry.Good<T>> gathering = new ArrayList<>(CHUNK);

    void add(Entry.Good<T> entry) {
      gathering.add(entry);
      if (gathering.size() == CHUNK) {
        hand(gathering);
        gathering = new ArrayList<>(CHUNK);
      }
    }

    void end() {
      if (!gathering.isEmpty()) {
        hand(gathering);
      }
      hand(List.of());
    }

    private void hand(List<Entry.Good<T>> chunk) {
      rethrow();
      try {
        queue.put(chunk);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }

    /** Goes on taking after a failure, so that no one waits for room for ever. */
    private void run() {
      try {
        for (List<Entry.Good<T>> chunk = queue.take(); !chunk.isEmpty(); chunk = queue.take()) {
          if (failure.get() == null) {
            deliver(chunk);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void deliver(List<Entry.Good<T>> chunk) {
      try {
        Receipt receipt = sender.send(chunk.stream().map(Entry.Good::value).toList());
        written.add(receipt.written());
        repeated.add(receipt.repeated());
        receipt
            .rejected()
            .forEach((place, reason) -> reject(new Rejection(chunk.get(place).row(), reason)));
        progress.accept(chunk.size());
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      }
    }

    void await() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
