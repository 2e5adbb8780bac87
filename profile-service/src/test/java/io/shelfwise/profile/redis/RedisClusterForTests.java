package io.shelfwise.profile.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A Redis Cluster for tests: three masters, as processes of the server that embedded-redis has. */
final class RedisClusterForTests implements AutoCloseable {
  private static final int NODES = 3;
  private static final int LOWEST_PORT = 15_000;
  private static final int HIGHEST_PORT = 30_000;

  /** By how much the port between nodes is above that for clients. */
  private static final int BUS = 10_000;

  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final List<RedisProcess> processes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  private RedisClusterForTests() {}

  static RedisClusterForTests start() {
    RedisClusterForTests cluster = new RedisClusterForTests();
    for (int i = 0; i < NODES; i++) {
      cluster.addNode();
    }
    cluster.join();
    return cluster;
  }

  private void addNode() {
    int port = freePort();
    RedisProcess process = new RedisProcess(port, "--cluster-enabled", "yes");
    process.start();
    processes.add(process);
    ports.add(port);
    RedisForTests.awaitAnswer(port);
  }

  /** A port that is free together with the one that the nodes speak to each other on. */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      if (isFree(port) && isFree(port + BUS)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Shares the slots out, and makes the nodes known to each other. */
  private void join() {
    for (int i = 0; i < NODES; i++) {
      int first = SlotHash.SLOT_COUNT * i / NODES;
      int end = SlotHash.SLOT_COUNT * (i + 1) / NODES;
      RedisClient client = client(i);
      try (var connection = client.connect()) {
        RedisCommands<String, String> node = connection.sync();
        node.clusterAddSlots(IntStream.range(first, end).toArray());
        node.clusterMeet("127.0.0.1", ports.getFirst());
      } finally {
        client.shutdown();
      }
    }
    for (int i = 0; i < NODES; i++) {
      awaitWhole(i);
    }
  }

  private void awaitWhole(int node) {
    RedisClient client = client(node);
    Instant end = Instant.now().plus(LONGEST_START);
    try (var connection = client.connect()) {
      while (!connection.sync().clusterInfo().contains("cluster_state:ok")) {
        if (Instant.now().isAfter(end)) {
          throw new IllegalStateException("the cluster does not come together");
        }
        Thread.onSpinWait();
      }
    } finally {
      client.shutdown();
    }
  }

  private RedisClient client(int node) {
    return RedisClient.create(RedisURI.create("127.0.0.1", ports.get(node)));
  }

  /** Where one of its nodes is. */
  String uri() {
    return "redis://127.0.0.1:" + ports.getFirst();
  }

  @Override
  public void close() {
    processes.forEach(RedisProcess::remove);
  }
}
