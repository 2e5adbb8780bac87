package io.shelfwise.standalone.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How soon an answer shows what a customer just did.
 *
 * <p>A customer who was never seen before lays the first of another customer's recommendations into
 * the cart. From the moment that the write is answered, the newcomer's recommendations are asked
 * for until they name that product as a reason.
 */
@Command(
    name = "effect",
    description = "How soon a recommendations answer shows an event that was just written.",
    mixinStandardHelpOptions = true)
final class EffectBench implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_EVENTS = 1_000_000;

  @Mixin private Target target = new Target();

  @Option(
      names = "--events",
      defaultValue = "500",
      description = "How many events to follow (${DEFAULT-VALUE}).")
  private int events = 500;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    new Limits(spec).whole("--events", events, 1, MOST_EVENTS);
    Customers customers = target.customers();
    SplittableRandom random = new SplittableRandom(target.seed);
    long[] nanos = new long[events];
    long start = System.nanoTime();
    try (HttpConnection connection =
        new HttpConnection(target.rest, target.key().map(key -> key.authorization()))) {
      for (int i = 0; i < events; i++) {
        nanos[i] = effect(connection, customers.any(random), i);
      }
    } catch (IOException e) {
      throw new CommandFailure("the measurement ended early: " + e.getMessage(), e);
    }
    Latencies latencies = new Latencies(nanos, Duration.ofNanos(System.nanoTime() - start));
    var out = spec.commandLine().getOut();
    out.printf("from the answer to a write to an answer that shows it: %s%n", latencies.summary());
    out.flush();
  }

  /** Nanoseconds from the write's answer to the first answer that shows it. */
  private long effect(HttpConnection connection, String customer, int number) throws IOException {
    Recommendation wanted = recommend(connection, customer).getRecommendations(0);
    String newcomer = "bench-" + UUID.randomUUID();
    addToCart(connection, newcomer, wanted.getProduct(), number);
    long written = System.nanoTime();
    while (!shows(recommend(connection, newcomer), wanted.getProduct())) {
      if (System.nanoTime() - written > PATIENCE.toNanos()) {
        throw new IOException("no answer showed the addition of " + wanted.getProduct());
      }
    }
    return System.nanoTime() - written;
  }

  private static boolean shows(RecommendResponse answer, String product) {
    return answer.getRecommendationsList().stream()
        .flatMap(recommendation -> recommendation.getReasonsList().stream())
        .flatMap(reason -> reason.getEvidenceList().stream())
        .anyMatch(evidence -> evidence.getProduct().equals(product));
  }

  private RecommendResponse recommend(HttpConnection connection, String customer)
      throws IOException {
    var answer =
        connection.get(
            "/v1/stores/" + target.store + "/customers/" + customer + "/recommendations");
    if (answer.code() != 200) {
      throw new IOException(answer.code() + " " + answer.body());
    }
    return parse(answer.body(), RecommendResponse.newBuilder()).build();
  }

  private void addToCart(HttpConnection connection, String customer, String product, int number)
      throws IOException {
    var answer =
        connection.post(
            "/v1/stores/" + target.store + "/events:write",
            """
            {"events": [{"id": "bench-%d", "customer": "%s", "cartAddition": {"product": "%s"}}]}"""
                .formatted(number, customer, product));
    var written = parse(answer.body(), WriteEventsResponse.newBuilder());
    if (answer.code() != 200 || written.getResults(0).getOutcome() != Outcome.OUTCOME_WRITTEN) {
      throw new IOException(answer.code() + " " + answer.body());
    }
  }

  private static <B extends com.google.protobuf.Message.Builder> B parse(String json, B builder)
      throws InvalidProtocolBufferException {
    JsonFormat.parser().ignoringUnknownFields().merge(json, builder);
    return builder;
  }
}
