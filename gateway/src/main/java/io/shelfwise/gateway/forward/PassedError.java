package io.shelfwise.gateway.forward;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.Replies;

/**
 * How a forwarded call ended, as the caller is told.
 *
 * <p>What a service says of a request, as a {@code google.rpc.Status}, is passed on as it is. What
 * gRPC says of a connection is put in our words: its own tell addresses and causes, which are not
 * the caller's business.
 */
record PassedError(Status status, Metadata trailers) {
  private static final Metadata.Key<com.google.rpc.Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  static PassedError of(String service, Status status, Metadata trailers) {
    com.google.rpc.Status details = trailers.get(DETAILS);
    return switch (status.getCode()) {
      case OK -> new PassedError(Status.OK, new Metadata());
      case CANCELLED -> new PassedError(Status.CANCELLED, new Metadata());
      // The service did not take the gateway's own key, of which the caller knows nothing.
      case UNAUTHENTICATED, PERMISSION_DENIED -> defect(service, status);
      default -> details == null ? inOurWords(service, status) : told(status, details);
    };
  }

  private static PassedError told(Status status, com.google.rpc.Status details) {
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, details);
    return new PassedError(status, trailers);
  }

  private static PassedError inOurWords(String service, Status status) {
    return switch (status.getCode()) {
      case UNAVAILABLE -> of(ApiException.unavailable(service));
      case DEADLINE_EXCEEDED -> of(ApiException.late(service));
      case RESOURCE_EXHAUSTED -> of(ApiException.exhausted(service + " has no room; try again"));
      default -> defect(service, status);
    };
  }

  private static PassedError defect(String service, Status status) {
    return of(new IllegalStateException(service + " answered " + status));
  }

  private static PassedError of(RuntimeException exception) {
    StatusRuntimeException answer = Replies.translate(exception);
    Metadata trailers = answer.getTrailers();
    return new PassedError(answer.getStatus(), trailers == null ? new Metadata() : trailers);
  }
}
