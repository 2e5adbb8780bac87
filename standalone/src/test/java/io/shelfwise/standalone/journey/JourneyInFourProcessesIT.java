package io.shelfwise.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.health.v1.HealthGrpc.HealthBlockingStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The journey with each service as a process of its own, as on a cluster; and the end of a process.
 */
final class JourneyInFourProcessesIT extends Journey<FourProcesses> {
  /** What the JVM exits with when it is told to end: 128 + SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  JourneyInFourProcessesIT() throws IOException {
    super(
        new FourProcesses(Files.createTempDirectory(Path.of("target"), "journey")),
        new SmallShop());
  }

  @Test
  @Order(100)
  void aServiceThatIsToldToEndSaysSoStillAnswersAndThenEnds() throws InterruptedException {
    for (String service : List.of("gateway", "recommend", "value", "profile")) {
      ManagedChannel channel =
          ManagedChannelBuilder.forTarget(site.grpc(service)).usePlaintext().build();
      HealthBlockingStub health = HealthGrpc.newBlockingStub(channel);
      assertThat(readiness(health)).as(service).isEqualTo(ServingStatus.SERVING);

      Process process = site.process(service);
      process.destroy();
      assertThat(Eventually.get(() -> readiness(health), status -> status != ServingStatus.SERVING))
          .as(service + " while it drains")
          .isEqualTo(ServingStatus.NOT_SERVING);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(service + " ends in time").isTrue();
      assertThat(process.exitValue()).as(service).isIn(0, TERMINATED);
      channel.shutdownNow();
    }
  }

  private static ServingStatus readiness(HealthBlockingStub health) {
    return health
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .check(HealthCheckRequest.newBuilder().setService("readiness").build())
        .getStatus();
  }
}
