package io.shelfwise.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The way to another service. A call that sets no deadline of its own gets the channel's.
 *
 * <p>Over the network, calls go round robin over all addresses that the name stands for, so a
 * headless service of Kubernetes ({@code dns:///value-service:9002}) spreads them over its
 * replicas.
 */
public final class RpcChannel implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 16 << 20;

  private final ManagedChannel managed;
  private final Channel channel;

  private RpcChannel(ManagedChannel managed, Channel channel) {
    this.managed = managed;
    this.channel = channel;
  }

  /**
   * Opens a way; connections are made when they are needed, and made again when they break.
   *
   * @param target {@code in-process:NAME}, or a gRPC target such as {@code dns:///HOST:PORT} or
   *     {@code HOST:PORT}
   * @param key what to show the server, if it asks
   * @param deadline how long a call may take that does not say so itself
   */
  public static RpcChannel open(String target, Optional<AccessKey> key, Duration deadline) {
    ManagedChannelBuilder<?> builder =
        target.startsWith(RpcServer.IN_PROCESS)
            ? InProcessChannelBuilder.forName(target.substring(RpcServer.IN_PROCESS.length()))
                .directExecutor()
            : ManagedChannelBuilder.forTarget(target)
                .usePlaintext()
                .defaultLoadBalancingPolicy("round_robin")
                .keepAliveTime(30, TimeUnit.SECONDS)
                .keepAliveTimeout(5, TimeUnit.SECONDS);
    ManagedChannel managed = builder.maxInboundMessageSize(LARGEST_MESSAGE).build();
    return new RpcChannel(
        managed, ClientInterceptors.intercept(managed, withDefaults(key, deadline)));
  }

  /** What stubs are made of. */
  public Channel channel() {
    return channel;
  }

  private static ClientInterceptor withDefaults(Optional<AccessKey> key, Duration deadline) {
    return new ClientInterceptor() {
      @Override
      public <Q, A> ClientCall<Q, A> interceptCall(
          MethodDescriptor<Q, A> method, CallOptions asked, Channel next) {
        CallOptions options =
            asked.getDeadline() == null
                ? asked.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                : asked;
        return next.newCall(
            method,
            key.isPresent() && options.getCredentials() == null
                ? options.withCallCredentials(key.get().shown())
                : options);
      }
    };
  }

  @Override
  public void close() {
    managed.shutdownNow();
  }
}
