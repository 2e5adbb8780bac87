package io.shelfwise.standalone.bench;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that call side by side, each as soon as its last call was answered (a closed loop).
 *
 * @param count how many
 * @param seed of which customers are asked for
 */
record Clients(int count, long seed) {
  private static final int MOST_CALLS_PER_CLIENT = 10_000_000;

  /** One client's connection. */
  interface Client extends AutoCloseable {
    /** Asks once and reads the answer whole. */
    void call(SplittableRandom random) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** Opens a client's connection. */
  @FunctionalInterface
  interface Opening {
    /** Opens it. */
    Client open() throws IOException;
  }

  /** Lets every client call for so long. */
  Latencies run(Opening opening, Duration time) {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Future<long[]>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      for (int i = 0; i < count; i++) {
        SplittableRandom random = new SplittableRandom(seed + i);
        clients.add(threads.submit(() -> callUntil(end, opening, random)));
      }
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    long[] all = clients.stream().map(Clients::result).flatMapToLong(Arrays::stream).toArray();
    return new Latencies(all, elapsed);
  }

  private static long[] callUntil(long end, Opening opening, SplittableRandom random)
      throws IOException {
    long[] nanos = new long[1 << 16];
    int calls = 0;
    try (Client client = opening.open()) {
      for (long now = System.nanoTime(); now < end && calls < MOST_CALLS_PER_CLIENT; calls++) {
        client.call(random);
        long then = now;
        now = System.nanoTime();
        if (calls == nanos.length) {
          nanos = Arrays.copyOf(nanos, calls * 2);
        }
        nanos[calls] = now - then;
      }
    }
    return Arrays.copyOf(nanos, calls);
  }

  private static long[] result(Future<long[]> client) {
    try {
      return client.get();
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case IOException io ->
            new CommandFailure("the measurement ended early: " + io.getMessage(), io);
        case RuntimeException known -> known;
        case null, default -> new IllegalStateException(e.getCause());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
