package io.shelfwise.profile.log;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.LogFollower;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a follower has come in which log: the last entry that it has of each part of each store.
 * A part that is not named is read from its beginning, so an empty cursor, which is of any log,
 * asks for everything.
 *
 * <p>Followers carry it as opaque text: Base64 of a version, the log's id, and for each part its
 * store, its number and the entry.
 */
final class LogCursor {
  private static final int VERSION = 2;
  private static final int WITHOUT_LOG = 1;
  private static final String ANY_LOG = "";

  private String log;
  private final SortedMap<Partition, EntryId> last;

  private LogCursor(String log, SortedMap<Partition, EntryId> last) {
    this.log = log;
    this.last = last;
  }

  static LogCursor empty() {
    return new LogCursor(ANY_LOG, new TreeMap<>());
  }

  /**
   * The cursor in its text.
   *
   * @throws ApiException INVALID_ARGUMENT if it is no cursor; FAILED_PRECONDITION if it is of the
   *     time before logs had ids, for no one knows which log it is of
   */
  static LogCursor decode(String text) {
    if (text.isEmpty()) {
      return empty();
    }
    try {
      return read(Base64.getUrlDecoder().decode(text));
    } catch (IOException | IllegalArgumentException e) {
      throw ApiException.invalid("cursor", "be the cursor of an earlier answer, or empty");
    }
  }

  private static LogCursor read(byte[] bytes) throws IOException {
    SortedMap<Partition, EntryId> last = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version == WITHOUT_LOG) {
        throw replaced();
      }
      if (version != VERSION) {
        throw new IOException("another version");
      }
      String log = in.readUTF();
      while (in.available() > 0) {
        Partition partition = new Partition(in.readUTF(), in.readInt());
        last.put(partition, new EntryId(in.readLong(), in.readLong()));
      }
      return new LogCursor(log, last);
    }
  }

  private static ApiException replaced() {
    return ApiException.failedPrecondition(
        LogFollower.REPLACED, "the cursor is of another log; follow this one from its beginning");
  }

  /**
   * Makes sure that the cursor is of the log that is followed; one that is of any log becomes one
   * of this.
   *
   * @throws ApiException FAILED_PRECONDITION if it is of another
   */
  void requireLog(String followed) {
    if (log.equals(ANY_LOG)) {
      log = followed;
    } else if (!log.equals(followed)) {
      throw replaced();
    }
  }

  String encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * (last.size() + 2));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(log);
      for (Map.Entry<Partition, EntryId> part : last.entrySet()) {
        out.writeUTF(part.getKey().store());
        out.writeInt(part.getKey().number());
        out.writeLong(part.getValue().millis());
        out.writeLong(part.getValue().sequence());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** The last entry that the follower has of a part. */
  EntryId last(Partition partition) {
    return last.getOrDefault(partition, EntryId.START);
  }

  /** The follower now has the part up to this entry. */
  void advance(Partition partition, EntryId entry) {
    last.put(partition, entry);
  }
}
