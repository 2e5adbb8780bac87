package io.shelfwise.standalone.load;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a chunk.
 *
 * @param written how many are new
 * @param repeated how many were there already
 * @param rejected why one was not taken, by its place in the chunk, from 0
 */
public record Receipt(long written, long repeated, SortedMap<Integer, String> rejected) {
  public Receipt {
    rejected = new TreeMap<>(rejected);
  }
}
