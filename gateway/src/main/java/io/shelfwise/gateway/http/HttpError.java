package io.shelfwise.gateway.http;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.shelfwise.rpc.ApiException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/** A request that is no call, for a reason that only HTTP has a code for. */
final class HttpError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final transient Status status;
  private final transient Map<String, String> headers;

  private HttpError(
      int code, Code meaning, String reason, String message, Map<String, String> headers) {
    super(message, null, false, false);
    ErrorInfo info =
        ErrorInfo.newBuilder().setReason(reason).setDomain(ApiException.DOMAIN).build();
    this.code = code;
    this.status =
        Status.newBuilder()
            .setCode(meaning.getNumber())
            .setMessage(message)
            .addDetails(Any.pack(info))
            .build();
    this.headers = headers;
  }

  /** No route has this path. */
  static HttpError noSuchPath() {
    return new HttpError(
        404,
        Code.NOT_FOUND,
        "NO_SUCH_PATH",
        "there is nothing at this path; /openapi.json lists what there is",
        Map.of());
  }

  /** The path has routes for other methods only. */
  static HttpError otherMethods(NavigableSet<String> methods) {
    String allowed = String.join(", ", methods);
    return new HttpError(
        405,
        Code.UNIMPLEMENTED,
        "METHOD_NOT_ALLOWED",
        "the method must be one of " + allowed,
        Map.of("Allow", allowed));
  }

  /** The body is of a kind that is not taken here. */
  static HttpError otherMediaType(List<String> kinds) {
    String taken = String.join(" or ", kinds);
    return new HttpError(
        415,
        Code.INVALID_ARGUMENT,
        "UNSUPPORTED_MEDIA_TYPE",
        "Content-Type must be " + taken,
        Map.of("Accept", String.join(", ", kinds)));
  }

  /** The body is larger than is taken. */
  static HttpError bodyTooLarge(int largest) {
    return new HttpError(
        413,
        Code.INVALID_ARGUMENT,
        "BODY_TOO_LARGE",
        "the body must have at most " + largest + " bytes",
        Map.of());
  }

  /** No key was shown, or none that is known. */
  static HttpError unauthenticated() {
    return new HttpError(
        401,
        Code.UNAUTHENTICATED,
        "UNAUTHENTICATED",
        "the request must carry an access key: Authorization: Bearer KEY",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /** The HTTP server refused the request, in its own words for the code. */
  static HttpError refused(int code, String words) {
    Code meaning =
        switch (code) {
          case 404 -> Code.NOT_FOUND;
          case 405 -> Code.UNIMPLEMENTED;
          default -> code < 500 ? Code.INVALID_ARGUMENT : Code.INTERNAL;
        };
    return new HttpError(code, meaning, "HTTP_" + code, words, Map.of());
  }

  /** The HTTP code. */
  int code() {
    return code;
  }

  /** What is answered. */
  Status status() {
    return status;
  }

  /** What the answer's head tells besides. */
  Map<String, String> headers() {
    return headers;
  }
}
