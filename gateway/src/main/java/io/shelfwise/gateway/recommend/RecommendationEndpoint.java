package io.shelfwise.gateway.recommend;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shelfwise.gateway.rules.Placements;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;

/** Serves RecommendationService. */
public final class RecommendationEndpoint
    extends RecommendationServiceGrpc.RecommendationServiceImplBase {
  private final Placements placements;
  private final Recommendations recommendations;
  private final Timer timer;

  RecommendationEndpoint(
      Placements placements, Recommendations recommendations, MeterRegistry meters) {
    this.placements = placements;
    this.recommendations = recommendations;
    this.timer =
        Timer.builder("shelfwise.gateway.recommend")
            .description("Answers of what to show")
            .publishPercentileHistogram()
            .register(meters);
  }

  @Override
  public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> observer) {
    timer.record(
        () -> reply(observer, () -> recommendations.answer(Question.of(request, placements))));
  }
}
