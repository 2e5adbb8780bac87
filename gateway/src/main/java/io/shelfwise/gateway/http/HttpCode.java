package io.shelfwise.gateway.http;

import com.google.rpc.Code;
import org.jspecify.annotations.Nullable;

/** The HTTP code of a {@link Code}, as {@code google/rpc/code.proto} has it. */
final class HttpCode {
  private HttpCode() {}

  /** The HTTP code of a status code's number. */
  static int of(int number) {
    @Nullable Code code = Code.forNumber(number);
    return switch (code == null ? Code.UNKNOWN : code) {
      case OK -> 200;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case CANCELLED -> 499;
      case UNKNOWN, INTERNAL, DATA_LOSS, UNRECOGNIZED -> 500;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
    };
  }
}
