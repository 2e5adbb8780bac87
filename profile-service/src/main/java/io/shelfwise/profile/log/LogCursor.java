package io.shelfwise.profile.log;

import io.shelfwise.rpc.ApiException;
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
 * How far a follower has come: the last entry that it has of each part of each store. A part that
 * is not named is read from its beginning, so an empty cursor asks for everything.
 *
 * <p>Followers carry it as opaque text: Base64 of a version, and for each part its store, its
 * number and the entry.
 */
final class LogCursor {
  private static final int VERSION = 1;

  private final SortedMap<Partition, EntryId> last;

  private LogCursor(SortedMap<Partition, EntryId> last) {
    this.last = last;
  }

  static LogCursor empty() {
    return new LogCursor(new TreeMap<>());
  }

  /**
   * The cursor in its text.
   *
   * @throws ApiException INVALID_ARGUMENT if it is no cursor
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
      if (in.readByte() != VERSION) {
        throw new IOException("another version");
      }
      while (in.available() > 0) {
        Partition partition = new Partition(in.readUTF(), in.readInt());
        last.put(partition, new EntryId(in.readLong(), in.readLong()));
      }
    }
    return new LogCursor(last);
  }

  String encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * (last.size() + 1));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
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
