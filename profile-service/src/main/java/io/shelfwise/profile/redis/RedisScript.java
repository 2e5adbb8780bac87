package io.shelfwise.profile.redis;

import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A Lua script that runs inside Redis, and answers one value.
 *
 * @param source its text
 * @param digest what Redis knows it by, once it has seen the text
 */
public record RedisScript(String source, String digest) {

  /** One run: the keys, all of one hash slot, and the arguments. */
  public record Call(List<String> keys, List<byte[]> arguments) {
    String[] keyArray() {
      return keys.toArray(String[]::new);
    }

    byte[][] argumentArray() {
      return arguments.toArray(byte[][]::new);
    }
  }

  /** The script that lies beside a class. */
  public static RedisScript beside(Class<?> type, String resource) {
    try (InputStream in = type.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not beside " + type.getName());
      }
      byte[] source = in.readAllBytes();
      return new RedisScript(new String(source, StandardCharsets.UTF_8), Base16.digest(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
