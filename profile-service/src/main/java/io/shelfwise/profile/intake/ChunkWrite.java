package io.shelfwise.profile.intake;

import io.shelfwise.event.v1.WriteResult.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A chunk that is being written on a thread of its own. */
final class ChunkWrite {
  private final FutureTask<List<Outcome>> task;

  private ChunkWrite(FutureTask<List<Outcome>> task) {
    this.task = task;
  }

  static ChunkWrite start(Callable<List<Outcome>> write) {
    FutureTask<List<Outcome>> task = new FutureTask<>(write);
    Thread.ofVirtual().name("import-chunk").start(task);
    return new ChunkWrite(task);
  }

  /** What became of the events; or what the write failed with. */
  List<Outcome> await() {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a chunk was written", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a chunk could not be written", e.getCause());
    }
  }
}
