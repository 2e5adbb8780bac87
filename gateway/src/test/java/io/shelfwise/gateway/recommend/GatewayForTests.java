package io.shelfwise.gateway.recommend;

import io.grpc.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Exploration;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.gateway.rules.Placements;
import io.shelfwise.gateway.rules.Weighting;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * What the gateway recommends, before stand-ins for the services that it asks. Placements and
 * weightings are those of a small shop, and the clock stands still.
 */
final class GatewayForTests implements AutoCloseable {
  static final String CUSTOMER = "stores/demo/customers/17850";
  static final Duration BESTSELLERS_KEPT = Duration.ofHours(1);

  /** A deadline that is waited for. */
  static final Duration SOON = Duration.ofMillis(200);

  /** A deadline that is never reached. */
  static final Duration LONG = Duration.ofSeconds(30);

  private static final Placements PLACEMENTS =
      new Placements(
          List.of(
              placement("for-you", Map.of("co-occurrence", 0.75, "user-knn", 0.25), true, false),
              placement("similar", Map.of("content", 1.0), false, true),
              placement("bestsellers", Map.of("popular", 1.0), false, false),
              exploring("curious", new Exploration(3, 2, Weights.of(Map.of("new", 1.0))))));

  final FakeRecommenders recommenders = new FakeRecommenders();
  final FakeValues values = new FakeValues();
  final MeterRegistry meters = new SimpleMeterRegistry();

  private Instant now = Instant.parse("2011-12-09T12:00:00Z");
  final Attribution attribution =
      new Attribution(
          "a secret that is long enough to be one".getBytes(StandardCharsets.UTF_8), () -> now);

  private final Neighbourhood neighbourhood = new Neighbourhood();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final RecommendationServiceBlockingStub patient = within(LONG, LONG);

  /** Asks for recommendations, with time enough for every service. */
  RecommendResponse recommend(RecommendRequest request) {
    return patient.recommend(request);
  }

  /** The way to one that waits no longer than that. */
  RecommendationServiceBlockingStub within(Duration candidatesDeadline, Duration valueDeadline) {
    return serve(
        neighbourhood.serve(recommenders),
        neighbourhood.serve(values),
        candidatesDeadline,
        valueDeadline);
  }

  /** The way to one that has no services behind it. */
  RecommendationServiceBlockingStub alone() {
    return serve(neighbourhood.nobody(), neighbourhood.nobody(), LONG, LONG);
  }

  private RecommendationServiceBlockingStub serve(
      Channel recommend, Channel value, Duration candidatesDeadline, Duration valueDeadline) {
    RecommendSettings settings =
        new RecommendSettings(100, candidatesDeadline, valueDeadline, BESTSELLERS_KEPT);
    return RecommendationServiceGrpc.newBlockingStub(
        neighbourhood.serve(
            new RecommendationEndpoint(
                PLACEMENTS,
                new Recommendations(
                    new Inquiry(recommend, value, settings),
                    new LastBestsellers(settings.bestsellersKept(), () -> now),
                    attribution,
                    meters),
                meters)));
  }

  void letPass(Duration time) {
    now = now.plus(time);
  }

  /** An answer that comes too late for everyone. */
  <T> T untilItCloses(T answer) {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  @Override
  public void close() {
    closed.countDown();
    neighbourhood.close();
  }

  static RecommendRequest.Builder about(String parent) {
    return RecommendRequest.newBuilder().setParent(parent);
  }

  static List<String> products(RecommendResponse answer) {
    return answer.getRecommendationsList().stream().map(Recommendation::getProduct).toList();
  }

  private static Placement placement(
      String name, Map<String, Double> weights, boolean excludePurchased, boolean needsProducts) {
    return new Placement(
        name,
        Weights.of(weights),
        List.of(
            weighting(
                "begun", Set.of("stage:acquisition"), Map.of("content", 1.0, "discovery", 1.0)),
            weighting(
                "kept",
                Set.of("tier:high", "loyalty:loyal"),
                Map.of("content", 1.0, "margin", 3.0)),
            weighting("loyal", Set.of("loyalty:loyal"), Map.of("content", 1.0)),
            new Weighting("known", Set.of(), 50, Weights.of(Map.of("user-knn", 1.0)))),
        Weights.of(Map.of("popular", 1.0)),
        excludePurchased,
        needsProducts,
        0,
        Optional.empty());
  }

  /** A placement that shows what is popular, and keeps places for exploration. */
  private static Placement exploring(String name, Exploration exploration) {
    Weights popular = Weights.of(Map.of("popular", 1.0));
    return new Placement(
        name, popular, List.of(), popular, false, false, 0, Optional.of(exploration));
  }

  private static Weighting weighting(
      String name, Set<String> segments, Map<String, Double> weights) {
    return new Weighting(name, segments, 0, Weights.of(weights));
  }
}
