package io.shelfwise.recommend.catalog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The name under which a store lies in a file system.
 *
 * <p>A store's id may be {@code ..}, hold a colon, or differ from another's in capitals alone; file
 * systems take none of that well. A plain id is its own folder's name, any other is written as a
 * number to the base of 36 behind an equals sign, which is never longer than file systems allow.
 */
public final class StoreDirectory {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9_-]*");
  private static final String CODED = "=";
  private static final int BASE = 36;

  private StoreDirectory() {}

  /** The name of a store's folder. */
  public static String nameOf(String store) {
    return PLAIN.matcher(store).matches()
        ? store
        : CODED + new BigInteger(store.getBytes(StandardCharsets.US_ASCII)).toString(BASE);
  }

  /** The store of a folder that was named by this. */
  public static String storeOf(String name) {
    return name.startsWith(CODED)
        ? new String(
            new BigInteger(name.substring(CODED.length()), BASE).toByteArray(),
            StandardCharsets.US_ASCII)
        : name;
  }
}
