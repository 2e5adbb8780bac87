package io.shelfwise.rpc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one place in the log from another without telling what it is: a cursor of the whole log
 * names every store there is, which is no one's business who asks about one of them.
 */
public final class CursorDigest {
  /** 64 bits: two places of one log do not share them by chance. */
  private static final int BYTES = 8;

  private CursorDigest() {}

  /** The digest of a cursor, in hex; the same for the same place. */
  public static String of(String cursor) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(cursor.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
