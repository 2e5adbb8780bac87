package io.shelfwise.profile.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * A real Redis for tests: in a container where a Docker engine answers, else as a process of the
 * server that embedded-redis brings along. Tests need not know which.
 *
 * <p>It can be killed and started again on the same port. It writes down every command before it
 * answers, so nothing that was answered is lost by that.
 */
public final class RedisForTests implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(20);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  private final Server server;
  private final int port;

  /** How a server is run. */
  interface Server {
    /** Starts it, for the first time or again with the data that it had. */
    void start();

    /** Ends it without letting it do anything before. */
    void kill();

    /** Ends it, and throws its data away. */
    void remove();
  }

  private RedisForTests(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts an empty Redis on a free port. */
  public static RedisForTests start() {
    int port = freePort();
    Server server =
        RedisContainer.dockerAnswers()
            ? new RedisContainer(port)
            : new RedisProcess(port, "--appendonly", "yes", "--appendfsync", "always");
    RedisForTests redis = new RedisForTests(server, port);
    redis.startAgain();
    return redis;
  }

  /** Where it is. */
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Makes it be gone from one moment to the next. */
  public void kill() {
    server.kill();
  }

  /** Starts it again, and waits until it answers. */
  public void startAgain() {
    server.start();
    awaitAnswer(port);
  }

  /** Lets it lose everything it has, as when its disk is lost. */
  public void flush() {
    if (!answers(port, "FLUSHALL", "+OK")) {
      throw new IllegalStateException("Redis does not flush");
    }
  }

  @Override
  public void close() {
    server.remove();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void awaitAnswer(int port) {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!answers(port, "PING", "+PONG")) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("Redis does not answer on port " + port);
      }
      Thread.onSpinWait();
    }
  }

  private static boolean answers(int port, String command, String answer) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) LONGEST_ANSWER.toMillis());
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(
              socket.getInputStream().readNBytes(answer.length()), StandardCharsets.US_ASCII)
          .equals(answer);
    } catch (IOException e) {
      return false;
    }
  }
}
