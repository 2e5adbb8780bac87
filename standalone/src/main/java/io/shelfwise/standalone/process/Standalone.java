package io.shelfwise.standalone.process;

import io.grpc.Channel;
import io.micronaut.context.ApplicationContext;
import io.shelfwise.rpc.Launch;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.redis.RedisProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A Redis and all four services in this process. The services reach each other without a network;
 * only the gateway listens.
 *
 * <p>The parts are taken down in the opposite order of their start, Redis last: until then the
 * services may still write.
 */
public final class Standalone implements AutoCloseable {
  static final String REDIS_FOLDER = "redis";
  private static final Duration CALL = Duration.ofMinutes(10);

  private final Lock closing = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Parts parts = new Parts();
  private final Address address;
  private final Channel profile;
  private final Channel value;
  private final Channel recommend;

  /**
   * Where the gateway listens.
   *
   * @param host the machine's name or address that is listened on
   * @param rest the port of REST
   * @param grpc the port of gRPC
   * @param management the port of health and metrics
   */
  public record Address(String host, ListenPort rest, ListenPort grpc, ListenPort management) {
    public Address {
      rest.requireOtherThan(grpc);
      rest.requireOtherThan(management);
      grpc.requireOtherThan(management);
    }

    /** Where REST is reached from this machine. */
    public String restAuthority() {
      return reachable() + ":" + rest.number();
    }

    /** Where gRPC is reached from this machine. */
    public String grpcAuthority() {
      return reachable() + ":" + grpc.number();
    }

    private String reachable() {
      return host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
    }

    private void requireFree() {
      List.of(rest, grpc, management).forEach(port -> port.requireFree(host));
    }
  }

  /** Who may call. */
  public enum Access {
    /** Anyone who reaches the address. */
    OPEN,
    /** Who shows the key that stands in the data folder. */
    BY_KEY
  }

  private Standalone(DataDirectory data, Address address, Access access) {
    this.address = address;
    try {
      parts.add(data);
      address.requireFree();
      RedisProcess redis = parts.add(RedisProcess.start(data.resolve(REDIS_FOLDER)));
      ApplicationContext services =
          parts.add(
              Launch.start(
                  List.of("profile-service", "value-service", "recommend-service", "gateway"),
                  new ServiceSettings(data.path(), redis.uri(), address, access).asMap()));
      assert services.isRunning();
      this.profile = parts.add(open("profile")).channel();
      this.value = parts.add(open("value")).channel();
      this.recommend = parts.add(open("recommend")).channel();
    } catch (RuntimeException e) {
      closeAfter(e);
      throw e;
    }
  }

  private void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Starts everything; it ends with the process, or when it is closed.
   *
   * @param data where everything is kept; closed with the rest
   * @throws io.shelfwise.standalone.terminal.CommandFailure if a port is taken or Redis does not
   *     start
   */
  public static Standalone start(DataDirectory data, Address address, Access access) {
    Standalone standalone = new Standalone(data, address, access);
    Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "close-shelfwise"));
    return standalone;
  }

  /** The file with the key that callers show when access is {@link Access#BY_KEY}. */
  public static Path accessKeyFile(Path data) {
    return data.resolve("access-key");
  }

  /** Where the gateway listens. */
  public Address address() {
    return address;
  }

  /** The way to profile-service. */
  public Channel profile() {
    return profile;
  }

  /** The way to value-service. */
  public Channel value() {
    return value;
  }

  /** The way to recommend-service. */
  public Channel recommend() {
    return recommend;
  }

  private static RpcChannel open(String service) {
    return RpcChannel.open("in-process:" + service, Optional.empty(), CALL);
  }

  /** Waits until everything is down, as after Ctrl-C. */
  public void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes everything down; when this returns, it is down, whoever began. */
  @Override
  public void close() {
    closing.lock();
    try {
      parts.close();
    } finally {
      closing.unlock();
      closed.countDown();
    }
  }
}
