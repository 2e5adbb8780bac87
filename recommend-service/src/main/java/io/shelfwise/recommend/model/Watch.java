package io.shelfwise.recommend.model;

import java.util.concurrent.CancellationException;

/** Watches over a training: is told how far it is, and may end it. */
public interface Watch {
  /** That of no one. */
  Watch NONE =
      new Watch() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void progress(double part) {}
      };

  /** Whether to give up. Cheap, and asked from many threads. */
  boolean cancelled();

  /** Tells how much of the work is done, 0 to 1; from one thread, and never less than before. */
  void progress(double part);

  /**
   * Does nothing as long as the training is wanted.
   *
   * @throws CancellationException if it is not any more
   */
  default void check() {
    if (cancelled()) {
      throw new CancellationException();
    }
  }

  /**
   * A watch over one of several steps that take about as long as each other: what it is told is a
   * part of the whole.
   *
   * @param step which, from 0
   */
  default Watch step(int step, int steps) {
    Watch whole = this;
    return new Watch() {
      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }

      @Override
      public void progress(double part) {
        whole.progress((step + part) / steps);
      }
    };
  }
}
