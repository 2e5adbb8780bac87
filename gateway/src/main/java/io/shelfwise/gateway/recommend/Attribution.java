package io.shelfwise.gateway.recommend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32C;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives answers their attribution tokens, and reads those that come back with events.
 *
 * <p>A token says which answer it was, when, of which store and placement, and which products were
 * shown in which order, these by checksum. It says nothing of the customer. It is signed, so that
 * what was shown cannot be made up:
 *
 * <pre>
 * base64url( version 1 | id 16 | millis 8 | store | placement | count 1 | checksum 4 × count | signature 16 )
 * </pre>
 *
 * <p>Store and placement stand after their lengths, each a byte. The signature is the first half of
 * HMAC-SHA-256 over all before it.
 */
final class Attribution {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte VERSION = 1;
  private static final int SIGNATURE_BYTES = 16;

  private final Mac mac;
  private final InstantSource clock;

  /** Signs with this secret. */
  Attribution(byte[] secret, InstantSource clock) {
    try {
      this.mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
    this.clock = clock;
  }

  /**
   * What a token says.
   *
   * @param answer which answer it was
   * @param time when it was given, to the millisecond
   * @param store {@code stores/{store}}
   * @param placement where
   * @param checksums of the names of the products shown, in order
   */
  record Shown(UUID answer, Instant time, String store, String placement, List<Integer> checksums) {
    Shown {
      checksums = List.copyOf(checksums);
    }

    /** The place, from 0, that a product was shown at; empty if it was not. */
    Optional<Integer> placeOf(String product) {
      int place = checksums.indexOf(checksum(product));
      return place < 0 ? Optional.empty() : Optional.of(place);
    }
  }

  /** A token for a new answer. */
  String token(String store, String placement, List<String> products) {
    byte[] storeText = store.getBytes(StandardCharsets.UTF_8);
    byte[] placementText = placement.getBytes(StandardCharsets.UTF_8);
    int length =
        1 + 16 + 8 + 1 + storeText.length + 1 + placementText.length + 1 + 4 * products.size();
    // Ids need to differ, not to be hard to guess: the signature is what counts.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    ByteBuffer token = ByteBuffer.allocate(length + SIGNATURE_BYTES);
    token
        .put(VERSION)
        .putLong(random.nextLong())
        .putLong(random.nextLong())
        .putLong(clock.millis())
        .put((byte) storeText.length)
        .put(storeText)
        .put((byte) placementText.length)
        .put(placementText)
        .put((byte) products.size());
    products.forEach(product -> token.putInt(checksum(product)));
    token.put(signature(token.array(), length));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /** What a token says; empty if we did not give it. */
  Optional<Shown> read(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int length = bytes.length - SIGNATURE_BYTES;
    if (length < 1
        || bytes[0] != VERSION
        || !MessageDigest.isEqual(
            signature(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes, 1, length - 1);
    return Optional.of(
        new Shown(
            new UUID(fields.getLong(), fields.getLong()),
            Instant.ofEpochMilli(fields.getLong()),
            text(fields),
            text(fields),
            checksums(fields)));
  }

  private static String text(ByteBuffer fields) {
    byte[] text = new byte[Byte.toUnsignedInt(fields.get())];
    fields.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static List<Integer> checksums(ByteBuffer fields) {
    Integer[] checksums = new Integer[fields.get()];
    Arrays.setAll(checksums, i -> fields.getInt());
    return List.of(checksums);
  }

  private static int checksum(String product) {
    CRC32C checksum = new CRC32C();
    checksum.update(product.getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  private byte[] signature(byte[] bytes, int length) {
    try {
      // A copy of the keyed state: cheaper than keying anew, and a Mac serves one thread.
      Mac own = (Mac) mac.clone();
      own.update(bytes, 0, length);
      return Arrays.copyOf(own.doFinal(), SIGNATURE_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java platform can copy " + ALGORITHM, e);
    }
  }
}
