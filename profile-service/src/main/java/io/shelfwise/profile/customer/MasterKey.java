package io.shelfwise.profile.customer;

import java.util.Base64;

/**
 * The key that the customers' own keys are kept under. Whoever has it and the data in Redis can
 * read who the customers are; who has lost it can do so no more. It is never printed.
 */
public final class MasterKey {
  private final byte[] key;

  private MasterKey(byte[] key) {
    this.key = key;
  }

  /**
   * The key in its text.
   *
   * @param base64 32 bytes in Base64
   */
  public static MasterKey of(String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    if (key.length != SealedBox.KEY_BYTES) {
      throw wrong();
    }
    return new MasterKey(key);
  }

  // Without the cause, which would tell a character of the key.
  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "shelfwise.profile.master-key: […] (expected: 32 random bytes in Base64, as of: openssl rand -base64 32)");
  }

  byte[] seal(byte[] content, String binding) {
    return SealedBox.seal(key, content, binding);
  }

  byte[] open(byte[] box, String binding) {
    return SealedBox.open(key, box, binding);
  }

  @Override
  public String toString() {
    return "MasterKey[…]";
  }
}
