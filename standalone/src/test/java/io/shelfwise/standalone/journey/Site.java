package io.shelfwise.standalone.journey;

import io.shelfwise.profile.redis.RedisForTests;
import java.net.URI;
import java.util.List;

/** Where a shop runs: in one process or in several, which the journey does not ask. */
interface Site extends AutoCloseable {
  /** The gateway's REST address. */
  URI rest();

  /** The gateway's gRPC address. */
  String grpc();

  /** Where the processes tell their health and metrics. */
  List<URI> management();

  /** What keeps the log. */
  RedisForTests redis();

  @Override
  void close();
}
