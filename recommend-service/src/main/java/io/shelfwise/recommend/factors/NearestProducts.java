package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import java.util.function.IntPredicate;

/**
 * Looks for the products whose factors have the greatest inner products with a vector, cell by
 * cell: first in the cells whose middles do. When as many cells as are to be probed have been
 * looked into and there are not enough products yet, because few are allowed, it goes on. Products
 * whose factors are too short to come among the best are passed over, {@link Reach}.
 */
final class NearestProducts {
  private static final int SCORES = 6;
  private static final int CELLS = 7;

  private final ProductSpace space;
  private final int probed;

  NearestProducts(ProductSpace space, int probed) {
    this.space = space;
    this.probed = probed;
  }

  /** Leaves the best in {@code scratch.best}, to which more may be added; not in order yet. */
  void find(float[] vector, IntPredicate allowed, Query query, int count, Scratch scratch) {
    Cells cells = space.cells();
    Best best = scratch.best;
    best.reset(count);
    float length = Reach.length(vector, 0, space.factors().stride());
    if (cells.count() == 1) {
      look(0, vector, length, allowed, scratch);
      return;
    }
    float[] closeness = scratch.vector(CELLS, cells.count());
    cells.multiply(vector, closeness);
    Best order = scratch.neighbors;
    for (int done = 0; done < cells.count() && (done < probed || best.size() < count); ) {
      // The nearest are put in order first; the rest only if they are needed.
      int wanted = done == 0 ? Math.min(probed, cells.count()) : cells.count();
      order.reset(wanted);
      for (int cell = 0; cell < cells.count(); cell++) {
        if (order.beats(cell, closeness[cell])) {
          order.add(cell, closeness[cell]);
        }
      }
      order.sort();
      while (done < wanted && (done < probed || best.size() < count)) {
        query.checkTime();
        look(order.number(done++), vector, length, allowed, scratch);
      }
    }
  }

  private void look(int cell, float[] vector, float length, IntPredicate allowed, Scratch scratch) {
    int end = space.cells().starts()[cell + 1];
    for (int row = space.cells().starts()[cell]; row < end; ) {
      int next = Math.min(end, Reach.end(row));
      if (space.reach().most(row, length) >= scratch.best.least()) {
        look(row, next - row, vector, allowed, scratch);
      }
      row = next;
    }
  }

  private void look(int from, int rows, float[] vector, IntPredicate allowed, Scratch scratch) {
    Factors factors = space.factors();
    Best best = scratch.best;
    float[] scores = scratch.vector(SCORES, rows);
    int stride = factors.stride();
    Floats.multiply(factors.values(), factors.start(from), stride, rows, vector, 0, stride, scores);
    for (int i = 0; i < rows; i++) {
      float score = scores[i];
      if (score > 0) {
        int product = space.products()[from + i];
        // Asked last, because it costs most.
        if (best.beats(product, score) && allowed.test(product)) {
          best.add(product, score);
        }
      }
    }
  }
}
