package io.shelfwise.profile.redis;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A redis-server in a container, on a port of this machine that stays the same. */
final class RedisContainer implements RedisForTests.Server {
  private static final String SOCKET = "/var/run/docker.sock";
  private static final int PORT = 6379;

  private final OnFixedPort container;

  /** The port must outlive the container's process, which Testcontainers leaves to this door. */
  private static final class OnFixedPort extends GenericContainer<OnFixedPort> {
    OnFixedPort(int port) {
      super("redis:7");
      addFixedExposedPort(port, PORT);
      waitingFor(Wait.forLogMessage(".*Ready to accept connections.*", 1));
      withCommand(
          "--protected-mode", "no", "--appendonly", "yes", "--appendfsync", "always", "--save", "");
    }
  }

  RedisContainer(int port) {
    container = new OnFixedPort(port);
  }

  /**
   * Whether an engine listens on this machine; Testcontainers would look for one for a long time.
   */
  static boolean dockerAnswers() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(SOCKET));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public void start() {
    if (container.getContainerId() == null) {
      container.start();
    } else {
      container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public void kill() {
    container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void remove() {
    container.stop();
  }
}
