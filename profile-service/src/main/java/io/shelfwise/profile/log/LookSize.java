package io.shelfwise.profile.log;

/**
 * How many entries a follower's stream reads in one look, so that a look comes to about a megabyte
 * and to a thousand entries at most, however large entries are.
 *
 * <p>Redis is asked for a number of entries and not of bytes, so the number goes by how large those
 * of the last look were. It begins small, and doubles at most from look to look; only where large
 * entries suddenly follow small ones is a look larger than it should be, and then one look only.
 */
final class LookSize {
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_ENTRIES = 1_000;
  private static final int FIRST = 4;

  /** Of one part, so that one that is full does not wait for many that are quiet. */
  private static final int FEWEST_OF_A_PART = 10;

  private int most = FIRST;

  /** How many entries to read of each of so many parts. */
  int ofAPart(int parts) {
    return Math.max(Math.min(most, FEWEST_OF_A_PART), most / Math.max(1, parts));
  }

  /** Goes by what a look came to. */
  void saw(int entries, long bytes) {
    if (entries > 0) {
      long fitting = MOST_BYTES * entries / Math.max(1, bytes);
      most = Math.clamp(Math.min(fitting, 2L * most), 1, MOST_ENTRIES);
    }
  }
}
