package io.shelfwise.rpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;

/**
 * Something the caller can mend. It is answered as a {@link Status} with one {@link ErrorInfo},
 * whose reason is for programs and whose metadata names the field and the rule.
 *
 * <p>It costs no stack trace: it tells of the request, not of the code.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The domain of every {@link ErrorInfo} that we answer. */
  public static final String DOMAIN = "shelfwise.io";

  private final transient Status status;

  private ApiException(Code code, String reason, String message, Map<String, String> metadata) {
    super(message, null, false, false);
    ErrorInfo info =
        ErrorInfo.newBuilder().setReason(reason).setDomain(DOMAIN).putAllMetadata(metadata).build();
    this.status =
        Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(message)
            .addDetails(Any.pack(info))
            .build();
  }

  /**
   * A field of the request breaks a rule.
   *
   * @param field the field's path as in the proto, such as {@code events[3].purchase.lines}
   * @param rule what it must do, so that "{@code field} must {@code rule}" is a sentence
   */
  public static ApiException invalid(String field, String rule) {
    return new ApiException(
        Code.INVALID_ARGUMENT,
        "INVALID_FIELD",
        field + " must " + rule,
        Map.of("field", field, "rule", rule));
  }

  /** The named resource is not there. */
  public static ApiException notFound(String name) {
    return new ApiException(
        Code.NOT_FOUND, "NOT_FOUND", name + " does not exist", Map.of("name", name));
  }

  /** What is to be made is there already, and is another one. */
  public static ApiException alreadyExists(String name, String rule) {
    return new ApiException(
        Code.ALREADY_EXISTS, "ALREADY_EXISTS", name + " exists: " + rule, Map.of("name", name));
  }

  /** The request is right, and the state of things does not allow it yet. */
  public static ApiException failedPrecondition(String reason, String message) {
    return new ApiException(Code.FAILED_PRECONDITION, reason, message, Map.of());
  }

  /** Something that we depend on is away: the same request may be sent again. */
  public static ApiException unavailable(String what) {
    return new ApiException(
        Code.UNAVAILABLE,
        "UNAVAILABLE",
        what + " is unavailable; try again",
        Map.of("dependency", what));
  }

  /** Something that we depend on did not answer within the call's deadline. */
  public static ApiException late(String what) {
    return new ApiException(
        Code.DEADLINE_EXCEEDED,
        "DEADLINE_EXCEEDED",
        what + " did not answer in time",
        Map.of("dependency", what));
  }

  /** The caller did not say who it is, or not rightly. */
  public static ApiException unauthenticated(String message) {
    return new ApiException(Code.UNAUTHENTICATED, "UNAUTHENTICATED", message, Map.of());
  }

  /** More is asked than there is room for. */
  public static ApiException exhausted(String message) {
    return new ApiException(Code.RESOURCE_EXHAUSTED, "RESOURCE_EXHAUSTED", message, Map.of());
  }

  /** Whether a call of ours failed with a status of this reason. */
  static boolean isReason(StatusRuntimeException failure, String reason) {
    Status status = StatusProto.fromThrowable(failure);
    return status != null
        && status.getDetailsList().stream()
            .anyMatch(
                detail -> detail.is(ErrorInfo.class) && info(detail).getReason().equals(reason));
  }

  private static ErrorInfo info(Any detail) {
    try {
      return detail.unpack(ErrorInfo.class);
    } catch (InvalidProtocolBufferException e) {
      return ErrorInfo.getDefaultInstance();
    }
  }

  /** The error as it is answered. */
  public Status status() {
    return status;
  }
}
