package io.shelfwise.profile.customer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256 in Galois/Counter Mode (NIST SP 800-38D): what is sealed can neither be
 * read nor be changed without the key, nor be passed off as something else, for it is bound to what
 * it is the content of.
 *
 * <p>A box is a version, a random nonce of 96 bits, and the ciphertext with its tag of 128 bits.
 * With random nonces a key is good for 2^32 boxes; a customer's key seals a handful.
 */
final class SealedBox {
  /** The length of a key, in bytes. */
  static final int KEY_BYTES = 32;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedBox() {}

  /** A new key. */
  static byte[] newKey() {
    return random(KEY_BYTES);
  }

  /**
   * Seals a content.
   *
   * @param binding what it is the content of; it must be the same when the box is opened
   */
  static byte[] seal(byte[] key, byte[] content, String binding) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, content, binding);
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens a box.
   *
   * @throws IllegalStateException if it was not sealed with this key and binding, or was changed
   */
  static byte[] open(byte[] key, byte[] box, String binding) {
    ByteBuffer in = ByteBuffer.wrap(box);
    if (in.remaining() <= 1 + NONCE_BYTES || in.get() != VERSION) {
      throw new IllegalStateException("sealed box of " + binding + " has another form");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    in.get(nonce);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, sealed, binding);
  }

  private static byte[] cipher(int mode, byte[] key, byte[] nonce, byte[] in, String binding) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce), RANDOM);
      cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(in);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed box of " + binding + " cannot be used", e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
