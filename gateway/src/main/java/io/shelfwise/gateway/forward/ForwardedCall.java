package io.shelfwise.gateway.forward;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;

/**
 * One call under way: what the caller sends goes to the service, what the service answers goes to
 * the caller, and neither is asked for a message before the other is ready to take it.
 */
final class ForwardedCall {
  private final String service;
  private final ServerCall<byte[], byte[]> caller;
  private final ClientCall<byte[], byte[]> callee;
  private final Pace fromCaller;
  private final Pace fromCallee;

  /**
   * A call that has come and is to be made.
   *
   * @param service who is called, for errors
   */
  ForwardedCall(
      String service, ServerCall<byte[], byte[]> caller, ClientCall<byte[], byte[]> callee) {
    this.service = service;
    this.caller = caller;
    this.callee = callee;
    this.fromCaller = new Pace(() -> caller.request(1), callee::isReady);
    this.fromCallee = new Pace(() -> callee.request(1), caller::isReady);
  }

  /** Makes the call, and answers what listens to the caller. */
  ServerCall.Listener<byte[]> start(Metadata headers) {
    callee.start(new FromCallee(), headers);
    caller.request(1);
    callee.request(1);
    return new FromCaller();
  }

  private final class FromCaller extends ServerCall.Listener<byte[]> {
    @Override
    public void onMessage(byte[] message) {
      callee.sendMessage(message);
      fromCaller.next();
    }

    @Override
    public void onHalfClose() {
      callee.halfClose();
    }

    @Override
    public void onCancel() {
      callee.cancel("the caller went away", null);
    }

    @Override
    public void onReady() {
      fromCallee.onReady();
    }
  }

  private final class FromCallee extends ClientCall.Listener<byte[]> {
    @Override
    public void onHeaders(Metadata headers) {
      caller.sendHeaders(new Metadata());
    }

    @Override
    public void onMessage(byte[] message) {
      caller.sendMessage(message);
      fromCallee.next();
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (status.isOk()) {
        caller.close(status, new Metadata());
      } else {
        StatusRuntimeException error = PassedError.of(service, status, trailers);
        caller.close(error.getStatus(), Objects.requireNonNull(error.getTrailers()));
      }
    }

    @Override
    public void onReady() {
      fromCaller.onReady();
    }
  }
}
