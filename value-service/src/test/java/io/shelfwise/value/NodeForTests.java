package io.shelfwise.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.type.Money;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.lifecycle.ActionRule;
import io.shelfwise.value.lifecycle.ActionTable;
import io.shelfwise.value.lifecycle.LifecycleRule;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.risk.Method;
import io.shelfwise.value.risk.RiskRule;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.Levels;
import io.shelfwise.value.segment.LoyaltyRule;
import io.shelfwise.value.segment.RfmTable;
import io.shelfwise.value.segment.TierStrategies;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.FitValueModelRequest;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.GetValueModelRequest;
import io.shelfwise.value.v1.GetValueSummaryRequest;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import io.shelfwise.value.v1.ValueSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The service over a log of our own, and what its callers ask of it. */
final class NodeForTests implements AutoCloseable {
  static final String MODEL = "stores/demo/valueModel";
  private static final LifecycleRule.Thresholds AT_RISK =
      new LifecycleRule.Thresholds(2.5, 0.5, 0.6);
  private static final LifecycleRule.Thresholds CHURNED = new LifecycleRule.Thresholds(6, 0.2, 0.9);
  private static final Rulebook RULES =
      new Rulebook(
          new TierStrategies("offer", "bundle", "thank"),
          RfmTable.QUINTILES,
          new Levels(
              List.of(new Level("gold", 50, 2, "court"), new Level("bronze", 0, 0, "greet"))),
          new LoyaltyRule(1, 1, 1, 1, 0.5),
          new LifecycleRule(4, 1, 30, AT_RISK, CHURNED, 3),
          new ActionTable(
              List.of(
                  new ActionRule(
                      1, Set.of(Stage.CHURNED), Set.of(), Set.of(), "win-back", "Call them."),
                  new ActionRule(2, Set.of(), Set.of(), Set.of(), "mail", "Write to them."))),
          new RiskRule(90, Set.of(Method.values()), 3, 3.5, true, 2, 20, 90, 0.001),
          new Horizon(365, 0.1));

  final FakeLog log = new FakeLog();
  private final String listen = "in-process:value-" + UUID.randomUUID();
  private final RpcChannel channel =
      RpcChannel.open(listen, Optional.empty(), Duration.ofSeconds(20));
  final ValueServiceBlockingStub values = ValueServiceGrpc.newBlockingStub(channel.channel());

  private final Path directory;
  private ValueNode node;

  /** Starts it with an empty log. */
  NodeForTests() {
    try {
      directory = Files.createTempDirectory(Path.of("target"), "value");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    node = started();
  }

  private ValueNode started() {
    ValueSettings settings =
        new ValueSettings(
            listen,
            log.target,
            "in-process:nobody",
            Duration.ofMinutes(10),
            directory.toString(),
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofSeconds(20),
            365,
            0.1,
            List.of("bg-nbd", "mbg-nbd"),
            List.of("elastic-net"),
            "quintiles",
            100,
            50,
            90,
            Duration.ofHours(1),
            1.5,
            Duration.ofHours(1),
            1);
    return ValueNode.start(settings, RULES, Optional.empty(), new SimpleMeterRegistry());
  }

  /** Ends it as a shop does that is restarted: what it knows is in its directory. */
  void stop() {
    node.close();
  }

  /** Starts it again. */
  void start() {
    node = started();
  }

  /** The way to it. */
  Channel channel() {
    return channel.channel();
  }

  @Override
  public void close() {
    channel.close();
    node.close();
    log.close();
  }

  /** What it tells who asks whether it is ready. */
  ServingStatus readiness() {
    return HealthGrpc.newBlockingStub(channel.channel())
        .check(HealthCheckRequest.newBuilder().setService(RpcServer.READINESS).build())
        .getStatus();
  }

  /**
   * Customers who come back after gaps of about three weeks, each with a spend of the customer's
   * own, through 2010.
   */
  void fillWithCustomers(int count) {
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      Instant time =
          Instant.parse("2010-01-01T12:00:00Z").plus(random.nextInt(100), ChronoUnit.DAYS);
      int mean = 10 + random.nextInt(90);
      double gap = 10 + 40 * random.nextDouble();
      do {
        int spent = Math.max(1, (int) (mean * (0.5 + random.nextDouble())));
        log.buys("customer-" + i, time.toString(), Integer.toString(spent));
        time = time.plus((long) (1 - gap * Math.log1p(-random.nextDouble())), ChronoUnit.DAYS);
      } while (random.nextDouble() > 0.15 && time.isBefore(Instant.parse("2010-12-31T00:00:00Z")));
    }
    log.views("end", "2010-12-31T12:00:00Z");
    awaitSeen("end");
  }

  ListCustomerValuesResponse list(ListCustomerValuesRequest.Builder request) {
    return values.listCustomerValues(request.setParent("stores/demo").build());
  }

  ValueSummary summary() {
    return values.getValueSummary(
        GetValueSummaryRequest.newBuilder().setName("stores/demo/valueSummary").build());
  }

  ValueModel fit() {
    return values.fitValueModel(FitValueModelRequest.newBuilder().setName(MODEL).build());
  }

  ValueModel model(String name) {
    return values.getValueModel(GetValueModelRequest.newBuilder().setName(name).build());
  }

  CustomerValue get(String customer) {
    return get(customer, 0);
  }

  CustomerValue get(String customer, double horizonDays) {
    return values.getCustomerValue(
        named("stores/demo/customers/" + customer + "/value").toBuilder()
            .setHorizonDays(horizonDays)
            .build());
  }

  static GetCustomerValueRequest named(String name) {
    return GetCustomerValueRequest.newBuilder().setName(name).build();
  }

  /** Waits until a customer is known. */
  void awaitSeen(String customer) {
    await(customer, _ -> true);
  }

  /** Waits until a customer is as wanted. */
  CustomerValue await(String customer, Predicate<CustomerValue> wanted) {
    until(
        () -> {
          try {
            return wanted.test(get(customer));
          } catch (StatusRuntimeException e) {
            return false;
          }
        });
    return get(customer);
  }

  /** Asks again and again: what is written to the log is known a moment later. */
  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("20 s have passed").isLessThan(deadline);
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static void assertFails(Runnable call, Status.Code code, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(code);
              assertThat(reason(e)).isEqualTo(reason);
            });
  }

  private static String reason(StatusRuntimeException e) {
    try {
      var status = StatusProto.fromThrowable(e);
      return status == null ? "" : status.getDetails(0).unpack(ErrorInfo.class).getReason();
    } catch (InvalidProtocolBufferException broken) {
      throw new AssertionError(broken);
    }
  }

  static long at(String time) {
    return Instant.parse(time).getEpochSecond();
  }

  static Money pounds(long units) {
    return Money.newBuilder().setCurrencyCode("GBP").setUnits(units).build();
  }

  static double amount(Money money) {
    return money.getUnits() + money.getNanos() / 1e9;
  }
}
