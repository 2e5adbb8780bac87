package io.shelfwise.rpc;

import io.grpc.BindableService;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gRPC server: the endpoints, health, reflection, and an orderly end.
 *
 * <p>Calls run on virtual threads, so endpoints may block. At most {@value #MOST_CALLS} run at
 * once, besides those of health; one more is answered RESOURCE_EXHAUSTED, which is better than a
 * queue that no one waits for. Health answers for the process as a whole (the empty name: it lives)
 * and for {@value #READINESS} (it can do its work).
 */
public final class RpcServer implements AutoCloseable {
  /** The name under which health tells whether calls can be answered. */
  public static final String READINESS = "readiness";

  /** An address of this kind is reached within the process only: {@code in-process:NAME}. */
  static final String IN_PROCESS = "in-process:";

  private static final Logger log = LoggerFactory.getLogger(RpcServer.class);
  static final int MOST_CALLS = 4096;
  private static final int LARGEST_MESSAGE = 16 << 20;
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Server server;
  private final HealthStatusManager health;
  private final Duration drain;
  private final AtomicBoolean closed = new AtomicBoolean();

  private RpcServer(Server server, HealthStatusManager health, Duration drain) {
    this.server = server;
    this.health = health;
    this.drain = drain;
  }

  /**
   * What a server is started with.
   *
   * @param name what it is called in the log
   * @param listen {@code HOST:PORT} (port 0: a free one), or {@code in-process:NAME}
   * @param keys what callers must show one of; empty: nothing, which is right within a process and
   *     in the demo only
   * @param drain how long it goes on answering after it has told that it will stop, so that callers
   *     can turn elsewhere
   * @param services what it answers
   * @param rest what answers calls that no service does, if anything
   */
  public record Settings(
      String name,
      String listen,
      List<AccessKey> keys,
      Duration drain,
      List<ServerServiceDefinition> services,
      Optional<HandlerRegistry> rest) {
    public Settings {
      keys = List.copyOf(keys);
      services = List.copyOf(services);
    }

    /** The settings of a server that answers what the endpoints do. */
    public static Settings of(
        String name,
        String listen,
        Optional<AccessKey> key,
        Duration drain,
        BindableService... endpoints) {
      return new Settings(
          name,
          listen,
          key.stream().toList(),
          drain,
          List.of(endpoints).stream().map(BindableService::bindService).toList(),
          Optional.empty());
    }
  }

  /**
   * Starts a server. It lives, and is not ready until {@link #ready} says so.
   *
   * @throws UncheckedIOException if the address cannot be had
   */
  public static RpcServer start(Settings settings) {
    HealthStatusManager health = new HealthStatusManager();
    health.setStatus(READINESS, ServingStatus.NOT_SERVING);
    ServerBuilder<?> builder = builder(settings.listen());
    settings.services().forEach(builder::addService);
    settings.rest().ifPresent(builder::fallbackHandlerRegistry);
    builder
        .addService(health.getHealthService())
        .addService(ProtoReflectionServiceV1.newInstance())
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .intercept(translating())
        .intercept(bounded());
    // The interceptor added last is asked first: who may not call takes no room.
    if (!settings.keys().isEmpty()) {
      builder.intercept(AccessKey.anyOf(settings.keys()));
    }
    Server server = builder.build();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(settings.name() + " cannot listen on " + settings.listen(), e);
    }
    log.info("{} listens on {}", settings.name(), server.getListenSockets());
    return new RpcServer(server, health, settings.drain());
  }

  private static ServerBuilder<?> builder(String listen) {
    if (listen.startsWith(IN_PROCESS)) {
      return InProcessServerBuilder.forName(listen.substring(IN_PROCESS.length()));
    }
    int colon = listen.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("listen: " + listen + " (expected: HOST:PORT)");
    }
    int port = Integer.parseInt(listen.substring(colon + 1));
    return NettyServerBuilder.forAddress(new InetSocketAddress(listen.substring(0, colon), port))
        .permitKeepAliveTime(10, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        // Long-lived connections would keep to the replicas that were there first. What is under
        // way on an old one may end: an import takes its time, and every call has a deadline.
        .maxConnectionAge(10, TimeUnit.MINUTES);
  }

  /** The port that was taken. */
  public int port() {
    return server.getPort();
  }

  /** Tells whether calls can be answered now. */
  public void ready(boolean ready) {
    if (!closed.get()) {
      health.setStatus(READINESS, ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    }
  }

  /** Tells that it will stop, goes on answering for the drain time, then ends what is under way. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    health.enterTerminalState();
    try {
      Thread.sleep(drain);
      server.shutdown();
      if (!server.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Answers what an endpoint throws outside {@link Replies#reply}, as streams can. */
  private static ServerInterceptor translating() {
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
          @Override
          public void onMessage(Q message) {
            translate(() -> super.onMessage(message));
          }

          @Override
          public void onHalfClose() {
            translate(super::onHalfClose);
          }

          private void translate(Runnable step) {
            try {
              step.run();
            } catch (RuntimeException e) {
              refuse(call, e);
            }
          }
        };
      }
    };
  }

  private static void refuse(ServerCall<?, ?> call, RuntimeException reason) {
    var answer = Replies.translate(reason);
    var trailers = answer.getTrailers();
    call.close(answer.getStatus(), trailers == null ? new Metadata() : trailers);
  }

  /**
   * Health takes no room: a server that is full is alive, and must be able to say so. Watching it
   * does, for watches stay.
   */
  private static ServerInterceptor bounded() {
    Semaphore room = new Semaphore(MOST_CALLS);
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (method.equals(HealthGrpc.getCheckMethod().getFullMethodName())) {
          return next.startCall(call, headers);
        }
        if (!room.tryAcquire()) {
          refuse(call, ApiException.exhausted("too many calls at once"));
          return new ServerCall.Listener<>() {};
        }
        AtomicBoolean left = new AtomicBoolean();
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
          @Override
          public void onComplete() {
            leave();
            super.onComplete();
          }

          @Override
          public void onCancel() {
            leave();
            super.onCancel();
          }

          private void leave() {
            if (left.compareAndSet(false, true)) {
              room.release();
            }
          }
        };
      }
    };
  }
}
