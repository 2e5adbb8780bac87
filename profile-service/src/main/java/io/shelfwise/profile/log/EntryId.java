package io.shelfwise.profile.log;

/**
 * The place of an entry in a log: the millisecond in which it was received, and its number therein.
 *
 * @see <a href="https://redis.io/docs/latest/develop/data-types/streams/#entry-ids">Redis Streams,
 *     entry ids</a>
 */
record EntryId(long millis, long sequence) implements Comparable<EntryId> {
  /** Before every entry. */
  static final EntryId START = new EntryId(0, 0);

  EntryId {
    if (millis < 0 || sequence < 0) {
      throw new IllegalArgumentException(
          "entry: " + millis + "-" + sequence + " (expected: both >= 0)");
    }
  }

  static EntryId parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException("entry: " + text + " (expected: MILLIS-SEQUENCE)");
    }
    return new EntryId(
        Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
  }

  @Override
  public int compareTo(EntryId other) {
    int byTime = Long.compare(millis, other.millis);
    return byTime == 0 ? Long.compare(sequence, other.sequence) : byTime;
  }

  /** As Redis writes it. */
  @Override
  public String toString() {
    return millis + "-" + sequence;
  }
}
