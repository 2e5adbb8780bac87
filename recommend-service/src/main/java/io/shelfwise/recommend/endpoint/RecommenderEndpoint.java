package io.shelfwise.recommend.endpoint;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.shelfwise.recommend.feed.EventFeed;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.Trainings;
import io.shelfwise.recommender.v1.GetTrainingRequest;
import io.shelfwise.recommender.v1.ListRecommendersRequest;
import io.shelfwise.recommender.v1.ListRecommendersResponse;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc.RecommenderServiceImplBase;
import io.shelfwise.recommender.v1.TrainRecommendersRequest;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Answers which recommenders there are, and has them trained. */
public final class RecommenderEndpoint extends RecommenderServiceImplBase {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Stores stores;
  private final Trainings trainings;
  private final EventFeed feed;
  private final Map<RecommenderName, Map<String, String>> settings;

  /**
   * An endpoint.
   *
   * @param settings the settings of each recommender, by name
   */
  public RecommenderEndpoint(
      Stores stores,
      Trainings trainings,
      EventFeed feed,
      Map<RecommenderName, Map<String, String>> settings) {
    this.stores = stores;
    this.trainings = trainings;
    this.feed = feed;
    this.settings = Map.copyOf(settings);
  }

  @Override
  public void listRecommenders(
      ListRecommendersRequest request, StreamObserver<ListRecommendersResponse> observer) {
    reply(observer, () -> list(request));
  }

  @Override
  public void trainRecommenders(
      TrainRecommendersRequest request, StreamObserver<Training> observer) {
    reply(observer, () -> Messages.training(trainings.start(newlyFound(request.getParent()))));
  }

  @Override
  public void getTraining(GetTrainingRequest request, StreamObserver<Training> observer) {
    reply(observer, () -> training(request.getName()));
  }

  private ListRecommendersResponse list(ListRecommendersRequest request) {
    Store store = found(request.getParent());
    int size = PageToken.size(request.getPageSize(), USUAL_PAGE, LARGEST_PAGE);
    String position = PageToken.decode(request.getPageToken(), request.getParent());
    int from = position.isEmpty() ? 0 : Integer.parseInt(position);
    List<RecommenderName> names = settings.keySet().stream().sorted().toList();
    int to = Math.min(names.size(), from + size);
    ListRecommendersResponse.Builder page = ListRecommendersResponse.newBuilder();
    for (RecommenderName name : names.subList(from, to)) {
      page.addRecommenders(
          Messages.recommender(store, name, settings.getOrDefault(name, Map.of())));
    }
    String next = to < names.size() ? Integer.toString(to) : "";
    return page.setNextPageToken(PageToken.encode(next, request.getParent())).build();
  }

  private Training training(String name) {
    List<String> ids = Names.TRAINING.parse("name", name);
    return trainings
        .find(ids.get(0), ids.get(1))
        .map(Messages::training)
        .orElseThrow(() -> ApiException.notFound(name));
  }

  private Store found(String parent) {
    return stores.find(Names.store(parent)).orElseThrow(() -> ApiException.notFound(parent));
  }

  /**
   * The store; one that is not there may have come to be just now, in a part of the log that is
   * still to be taken in.
   */
  private Store newlyFound(String parent) {
    String id = Names.store(parent);
    if (stores.find(id).isEmpty()) {
      boolean _ = feed.awaitNow(PATIENCE);
    }
    return found(parent);
  }
}
