package io.shelfwise.recommend.endpoint;

import static io.shelfwise.recommend.endpoint.TrainingMessages.trainingMessage;
import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.shelfwise.recommend.feed.EventFeed;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.StoreTrainer;
import io.shelfwise.recommend.training.TrainingRequest;
import io.shelfwise.recommend.training.Trainings;
import io.shelfwise.recommend.trial.Trial;
import io.shelfwise.recommend.trial.Trials;
import io.shelfwise.recommender.v1.CancelEvaluationRequest;
import io.shelfwise.recommender.v1.CancelTrainingRequest;
import io.shelfwise.recommender.v1.EvaluateRecommendersRequest;
import io.shelfwise.recommender.v1.Evaluation;
import io.shelfwise.recommender.v1.GetEvaluationRequest;
import io.shelfwise.recommender.v1.GetTrainingRequest;
import io.shelfwise.recommender.v1.ListEvaluationsRequest;
import io.shelfwise.recommender.v1.ListEvaluationsResponse;
import io.shelfwise.recommender.v1.ListRecommendersRequest;
import io.shelfwise.recommender.v1.ListRecommendersResponse;
import io.shelfwise.recommender.v1.ListTrainingsRequest;
import io.shelfwise.recommender.v1.ListTrainingsResponse;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc.RecommenderServiceImplBase;
import io.shelfwise.recommender.v1.TrainRecommendersRequest;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Answers which recommenders there are, and has them trained and judged. */
public final class RecommenderEndpoint extends RecommenderServiceImplBase {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1000;
  private static final double USUALLY_HELD_OUT = 0.1;
  private static final double MOST_HELD_OUT = 0.5;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Stores stores;
  private final Trainings trainings;
  private final StoreTrainer trainer;
  private final Trials trials;
  private final EventFeed feed;
  private final Map<RecommenderName, Map<String, String>> settings;

  /**
   * An endpoint.
   *
   * @param trainer tells which models were made with other settings
   * @param settings the settings of each recommender, by name
   */
  public RecommenderEndpoint(
      Stores stores,
      Trainings trainings,
      StoreTrainer trainer,
      Trials trials,
      EventFeed feed,
      Map<RecommenderName, Map<String, String>> settings) {
    this.stores = stores;
    this.trainings = trainings;
    this.trainer = trainer;
    this.trials = trials;
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
    reply(observer, () -> trainingMessage(start(request)));
  }

  @Override
  public void getTraining(GetTrainingRequest request, StreamObserver<Training> observer) {
    reply(observer, () -> training(request.getName(), trainings::find));
  }

  @Override
  public void cancelTraining(CancelTrainingRequest request, StreamObserver<Training> observer) {
    reply(observer, () -> training(request.getName(), trainings::cancel));
  }

  @Override
  public void listTrainings(
      ListTrainingsRequest request, StreamObserver<ListTrainingsResponse> observer) {
    reply(observer, () -> list(request));
  }

  @Override
  public void evaluateRecommenders(
      EvaluateRecommendersRequest request, StreamObserver<Evaluation> observer) {
    reply(observer, () -> EvaluationMessages.evaluation(start(request)));
  }

  @Override
  public void getEvaluation(GetEvaluationRequest request, StreamObserver<Evaluation> observer) {
    reply(observer, () -> evaluation(request.getName(), trials::find));
  }

  @Override
  public void listEvaluations(
      ListEvaluationsRequest request, StreamObserver<ListEvaluationsResponse> observer) {
    reply(observer, () -> list(request));
  }

  @Override
  public void cancelEvaluation(
      CancelEvaluationRequest request, StreamObserver<Evaluation> observer) {
    reply(observer, () -> evaluation(request.getName(), trials::cancel));
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
          RecommenderMessages.recommender(
              store, name, settings.getOrDefault(name, Map.of()), trainer));
    }
    String next = to < names.size() ? Integer.toString(to) : "";
    return page.setNextPageToken(PageToken.encode(next, request.getParent())).build();
  }

  private ListTrainingsResponse list(ListTrainingsRequest request) {
    LatestPage<io.shelfwise.recommend.training.Training> page =
        LatestPage.of(
            trainings.all(found(request.getParent())),
            io.shelfwise.recommend.training.Training::id,
            request.getPageSize(),
            request.getPageToken(),
            request.getParent() + "/trainings");
    return ListTrainingsResponse.newBuilder()
        .addAllTrainings(page.items().stream().map(TrainingMessages::trainingMessage).toList())
        .setNextPageToken(page.next())
        .build();
  }

  private ListEvaluationsResponse list(ListEvaluationsRequest request) {
    LatestPage<Trial> page =
        LatestPage.of(
            trials.all(found(request.getParent())),
            Trial::id,
            request.getPageSize(),
            request.getPageToken(),
            request.getParent() + "/evaluations");
    return ListEvaluationsResponse.newBuilder()
        .addAllEvaluations(page.items().stream().map(EvaluationMessages::evaluation).toList())
        .setNextPageToken(page.next())
        .build();
  }

  private io.shelfwise.recommend.training.Training start(TrainRecommendersRequest request) {
    Set<RecommenderName> names = names(request.getRecommendersList(), trainings.names());
    Optional<String> id = Names.chosen("training_id", request.getTrainingId());
    return trainings.start(
        newlyFound(request.getParent()), new TrainingRequest(names, id, request.getForce(), true));
  }

  private Trial start(EvaluateRecommendersRequest request) {
    double heldOut = request.getHeldOutShare();
    if (!(heldOut >= 0 && heldOut <= MOST_HELD_OUT)) {
      throw ApiException.invalid("held_out_share", "be from 0 to " + MOST_HELD_OUT);
    }
    Set<RecommenderName> all = new TreeSet<>(trials.names());
    return trials.start(
        newlyFound(request.getParent()),
        new Trials.Request(
            names(request.getRecommendersList(), all),
            Names.chosen("evaluation_id", request.getEvaluationId()),
            heldOut == 0 ? USUALLY_HELD_OUT : heldOut,
            request.getAgain()));
  }

  private Evaluation evaluation(String name, BiFunction<Store, String, Optional<Trial>> asked) {
    List<String> ids = Names.EVALUATION.parse("name", name);
    return stores
        .find(ids.get(0))
        .flatMap(store -> asked.apply(store, ids.get(1)))
        .map(EvaluationMessages::evaluation)
        .orElseThrow(() -> ApiException.notFound(name));
  }

  private static Set<RecommenderName> names(List<String> asked, Set<RecommenderName> all) {
    if (asked.isEmpty()) {
      return all;
    }
    Set<RecommenderName> names = EnumSet.noneOf(RecommenderName.class);
    for (int i = 0; i < asked.size(); i++) {
      Optional<RecommenderName> name = RecommenderName.of(asked.get(i)).filter(all::contains);
      if (name.isEmpty()) {
        throw ApiException.invalid(
            "recommenders[" + i + "]",
            "be one of "
                + all.stream().map(RecommenderName::text).collect(Collectors.joining(", ")));
      }
      names.add(name.get());
    }
    return names;
  }

  private Training training(
      String name,
      BiFunction<Store, String, Optional<io.shelfwise.recommend.training.Training>> asked) {
    List<String> ids = Names.TRAINING.parse("name", name);
    return stores
        .find(ids.get(0))
        .flatMap(store -> asked.apply(store, ids.get(1)))
        .map(TrainingMessages::trainingMessage)
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
