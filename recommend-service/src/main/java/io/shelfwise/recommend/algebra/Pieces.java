package io.shelfwise.recommend.algebra;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Work in pieces that do not depend on each other. Every core takes the next piece that is left, so
 * that the largest are best put first.
 */
public final class Pieces {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private Pieces() {}

  /**
   * Does all pieces.
   *
   * @param workers makes, for each core, what does a piece, given by its number; it is given up
   *     when all is done, with all that it holds
   */
  public static void forEach(int count, Supplier<IntConsumer> workers) {
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, Math.min(CORES, count))
        .parallel()
        .forEach(
            _ -> {
              IntConsumer worker = workers.get();
              int piece = next.getAndIncrement();
              while (piece < count) {
                worker.accept(piece);
                piece = next.getAndIncrement();
              }
            });
  }
}
