package io.shelfwise.gateway.route;

import io.shelfwise.rpc.ApiException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a request, read in the two ways in which it can be meant: the last colon may begin a
 * verb or be part of an id.
 *
 * @param segments the segments, decoded, the last without the verb
 * @param verb what stands after the last colon of the last segment; empty if there is none
 * @param last the last segment, decoded, with the verb
 */
public record RequestPath(List<String> segments, String verb, String last) {

  /**
   * Reads a path as it came, percent-encoded.
   *
   * @throws ApiException INVALID_ARGUMENT if the encoding is broken
   */
  public static RequestPath parse(String path) {
    String[] parts = path.substring(path.startsWith("/") ? 1 : 0).split("/", -1);
    int end = parts.length - 1;
    String raw = parts[end];
    int colon = raw.lastIndexOf(':');
    List<String> segments = new ArrayList<>(parts.length);
    for (int i = 0; i < end; i++) {
      segments.add(decode(parts[i]));
    }
    segments.add(decode(colon < 0 ? raw : raw.substring(0, colon)));
    return new RequestPath(segments, colon < 0 ? "" : raw.substring(colon + 1), decode(raw));
  }

  /** The segments when the colon is no verb. */
  List<String> segmentsWithoutVerb() {
    List<String> whole = new ArrayList<>(segments);
    whole.set(whole.size() - 1, last);
    return whole;
  }

  /**
   * A slash within a segment stays {@code %2F}, or the name that it is part of would have another
   * form.
   */
  private static String decode(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%' && !segment.startsWith("%2F", i) && !segment.startsWith("%2f", i)) {
        bytes.write(octet(segment, i + 1));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw brokenEncoding();
    }
  }

  private static int octet(String segment, int at) {
    int high = at + 1 < segment.length() ? Character.digit(segment.charAt(at), 16) : -1;
    int low = at + 1 < segment.length() ? Character.digit(segment.charAt(at + 1), 16) : -1;
    if (high < 0 || low < 0) {
      throw brokenEncoding();
    }
    return high << 4 | low;
  }

  private static ApiException brokenEncoding() {
    return ApiException.invalid("path", "be percent-encoded UTF-8");
  }
}
