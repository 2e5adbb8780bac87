package io.shelfwise.gateway.http;

import io.micronaut.http.MediaType;
import io.shelfwise.rpc.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The body of a request, which is held to a kind and a size. */
final class RequestBody {
  private static final List<String> JSON = List.of("application/json");
  private static final List<String> JSON_LINES =
      List.of("application/x-ndjson", "application/jsonl", "application/json-lines");

  private final Optional<MediaType> kind;
  private final InputStream bytes;
  private final long told;
  private final int largest;

  /**
   * The body of a request.
   *
   * @param kind what it says to be, if it does
   * @param bytes what has come of it, and comes
   * @param told how many bytes it says to have; negative if it does not say
   * @param largest how many bytes it may have, or a line of it when it is streamed
   */
  RequestBody(Optional<MediaType> kind, InputStream bytes, long told, int largest) {
    this.kind = kind;
    this.bytes = bytes;
    this.told = told;
    this.largest = largest;
  }

  /** How many bytes there can be at most that are taken. */
  int most() {
    return told < 0 ? largest : (int) Math.min(told, largest);
  }

  /**
   * The body as JSON; an empty one as an empty object, since a request without fields needs no
   * body.
   *
   * @throws HttpError if it says to be something else, or is too large
   * @throws ApiException INVALID_ARGUMENT if it is not UTF-8
   */
  String json() throws IOException {
    require(JSON);
    byte[] body = bytes.readNBytes(largest + 1);
    if (body.length > largest) {
      throw HttpError.bodyTooLarge(largest);
    }
    String text = utf8(body, "the body");
    return text.isBlank() ? "{}" : text;
  }

  /**
   * The body as lines of JSON, which are read as they come.
   *
   * @throws HttpError if it says to be something else
   */
  JsonLines lines() {
    require(JSON_LINES);
    return new JsonLines(bytes, largest);
  }

  private void require(List<String> kinds) {
    if (!kinds.contains(kind.map(MediaType::getName).orElse(kinds.getFirst()))) {
      throw HttpError.otherMediaType(kinds);
    }
  }

  /** Text, which must be UTF-8. */
  static String utf8(byte[] bytes, String field) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ApiException.invalid(field, "be UTF-8");
    }
  }
}
