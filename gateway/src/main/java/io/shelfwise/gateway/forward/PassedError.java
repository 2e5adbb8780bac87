package io.shelfwise.gateway.forward;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.Replies;
import org.jspecify.annotations.Nullable;

/**
 * How a call to a service failed, as the caller is told.
 *
 * <p>What a service says of a request, as a {@code google.rpc.Status}, is passed on as it is. What
 * gRPC says of a connection is put in our words: its own tell addresses and causes, which are not
 * the caller's business.
 */
public final class PassedError {
  private static final Metadata.Key<com.google.rpc.Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  private PassedError() {}

  /**
   * The failure of a call.
   *
   * @param service who was called
   * @return the error, with trailers
   */
  public static StatusRuntimeException of(
      String service, Status status, @Nullable Metadata trailers) {
    com.google.rpc.Status details = trailers == null ? null : trailers.get(DETAILS);
    return switch (status.getCode()) {
      case OK, CANCELLED -> new StatusRuntimeException(Status.CANCELLED, new Metadata());
      // The service did not take the gateway's own key, of which the caller knows nothing.
      case UNAUTHENTICATED, PERMISSION_DENIED -> defect(service, status);
      default -> details == null ? inOurWords(service, status) : told(status, details);
    };
  }

  private static StatusRuntimeException told(Status status, com.google.rpc.Status details) {
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, details);
    return new StatusRuntimeException(status, trailers);
  }

  private static StatusRuntimeException inOurWords(String service, Status status) {
    return switch (status.getCode()) {
      case UNAVAILABLE -> Replies.translate(ApiException.unavailable(service));
      case DEADLINE_EXCEEDED -> Replies.translate(ApiException.late(service));
      case RESOURCE_EXHAUSTED ->
          Replies.translate(ApiException.exhausted(service + " has no room; try again"));
      default -> defect(service, status);
    };
  }

  private static StatusRuntimeException defect(String service, Status status) {
    return Replies.translate(new IllegalStateException(service + " answered " + status));
  }
}
