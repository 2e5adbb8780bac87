package io.shelfwise.gateway.recommend;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.shelfwise.gateway.rules.Placements;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;

/** Serves RecommendationService. */
public final class RecommendationEndpoint
    extends RecommendationServiceGrpc.RecommendationServiceImplBase {
  private final Placements placements;
  private final Recommendations recommendations;

  RecommendationEndpoint(Placements placements, Recommendations recommendations) {
    this.placements = placements;
    this.recommendations = recommendations;
  }

  @Override
  public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> observer) {
    reply(observer, () -> recommendations.answer(Question.of(request, placements)));
  }
}
