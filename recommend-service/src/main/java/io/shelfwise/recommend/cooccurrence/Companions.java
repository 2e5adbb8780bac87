package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What speaks for what.
 *
 * @param of for each product, a row of those that speak for it best, weighted by the log-likelihood
 *     ratio of the pair
 * @param with for each product, a row of those that it speaks for: the other way round
 * @param largest the largest weight, 0 if there is none
 */
record Companions(SparseMatrix of, SparseMatrix with, float largest) {
  static Companions of(SparseMatrix of) {
    return new Companions(of, of.transposed(), of.largest());
  }

  void write(DataOutputStream out) throws IOException {
    of.write(out);
  }

  static Companions read(DataInputStream in) throws IOException {
    return of(SparseMatrix.read(in));
  }
}
