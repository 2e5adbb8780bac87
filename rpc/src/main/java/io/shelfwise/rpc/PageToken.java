package io.shelfwise.rpc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Where a list goes on, as a caller carries it from page to page.
 *
 * <p>The token remembers which question it belongs to, so that it is refused with another one
 * instead of giving a page of nonsense. It is a guard against mistakes, not a secret.
 */
public final class PageToken {
  private static final int CHECK_BYTES = Integer.BYTES;

  private PageToken() {}

  /**
   * A token.
   *
   * @param position where to go on; empty for "there is no further page", which is an empty token
   * @param question everything else that was asked, page size aside
   */
  public static String encode(String position, String question) {
    if (position.isEmpty()) {
      return "";
    }
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    ByteBuffer token = ByteBuffer.allocate(CHECK_BYTES + text.length);
    token.putInt(check(text, question)).put(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /**
   * The position in a token; empty for an empty token, which asks for the first page.
   *
   * @throws ApiException INVALID_ARGUMENT if the token was not given for this question
   */
  public static String decode(String token, String question) {
    if (token.isEmpty()) {
      return "";
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
    if (bytes.length <= CHECK_BYTES) {
      throw foreign();
    }
    byte[] text = Arrays.copyOfRange(bytes, CHECK_BYTES, bytes.length);
    if (ByteBuffer.wrap(bytes).getInt() != check(text, question)) {
      throw foreign();
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * The size of a page.
   *
   * @throws ApiException INVALID_ARGUMENT unless {@code 0 ≤ asked ≤ most}
   */
  public static int size(int asked, int usual, int most) {
    if (asked < 0 || asked > most) {
      throw ApiException.invalid("page_size", "be from 0 to " + most);
    }
    return asked == 0 ? usual : asked;
  }

  private static int check(byte[] text, String question) {
    CRC32C check = new CRC32C();
    check.update(text);
    check.update(0);
    check.update(question.getBytes(StandardCharsets.UTF_8));
    return (int) check.getValue();
  }

  private static ApiException foreign() {
    return ApiException.invalid(
        "page_token", "be the next_page_token of an answer to the same question");
  }
}
