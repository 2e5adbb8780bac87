package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.shelfwise.recommender.v1.CancelTrainingRequest;
import io.shelfwise.recommender.v1.EvaluateRecommendersRequest;
import io.shelfwise.recommender.v1.Evaluation;
import io.shelfwise.recommender.v1.GetEvaluationRequest;
import io.shelfwise.recommender.v1.JudgedRecommender;
import io.shelfwise.recommender.v1.ListTrainingsRequest;
import io.shelfwise.recommender.v1.ListTrainingsResponse;
import io.shelfwise.recommender.v1.MeasuredValue;
import io.shelfwise.recommender.v1.Recommender;
import io.shelfwise.recommender.v1.TrainRecommendersRequest;
import io.shelfwise.recommender.v1.Training;
import org.junit.jupiter.api.Test;

/** How the service trains and judges, as it is asked to. */
class ServiceTrainingsTest extends StartedService {
  @Test
  void trainingIsToldOfAndSoAreItsModels() {
    fillShop();
    Training training = train();

    assertThat(training.getState()).isEqualTo(Training.State.STATE_SUCCEEDED);
    assertThat(training.getDoneList())
        .contains("user-knn", "co-occurrence", "content", "popular", "trending");
    Recommender first = firstRecommender();
    assertThat(first.getName()).isEqualTo("stores/shop/recommenders/user-knn");
    assertThat(first.getReady()).isTrue();
    assertThat(first.getCustomerCount()).isEqualTo(16);
    assertThat(first.getProductCount()).isEqualTo(5);
    assertThat(first.getSettingsMap()).containsEntry("neighbors", "100");
    assertThatThrownBy(
            () ->
                recommenders()
                    .trainRecommenders(
                        TrainRecommendersRequest.newBuilder().setParent("stores/none").build()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
  }

  @Test
  void recommendersAreTrainedOneByOneAndListedAsTheyWent() {
    fillShop();
    Training all = train();
    TrainRecommendersRequest request =
        TrainRecommendersRequest.newBuilder()
            .setParent("stores/shop")
            .addRecommenders("co-occurrence")
            .setTrainingId("only-one")
            .build();

    Training one = ended(recommenders().trainRecommenders(request));

    assertThat(one.getName()).isEqualTo("stores/shop/trainings/only-one");
    assertThat(one.getDoneList()).containsExactly("co-occurrence");
    assertThat(one.getProgress()).isEqualTo(1);
    assertThat(one.getRecommenders(0).getProvenance().getEventCount()).isPositive();
    assertThat(one.getRecommenders(0).getProvenance().getSettingsMap())
        .as("as the settings file has them")
        .containsEntry("half-life", "270d")
        .containsEntry("interest.session-pause", "30m")
        .containsEntry("guard.share", "0.05");
    assertThat(recommenders().trainRecommenders(request)).as("sent again").isEqualTo(one);

    ListTrainingsResponse page =
        recommenders()
            .listTrainings(
                ListTrainingsRequest.newBuilder().setParent("stores/shop").setPageSize(1).build());
    assertThat(page.getTrainingsList()).containsExactly(one);
    assertThat(
            recommenders()
                .listTrainings(
                    ListTrainingsRequest.newBuilder()
                        .setParent("stores/shop")
                        .setPageToken(page.getNextPageToken())
                        .build())
                .getTrainingsList())
        .containsExactly(all);
    assertThat(
            recommenders()
                .cancelTraining(CancelTrainingRequest.newBuilder().setName(one.getName()).build()))
        .as("at its end")
        .isEqualTo(one);
  }

  @Test
  void whatIsWrongWithATrainingThatIsAskedForIsNamed() {
    fillShop();
    TrainRecommendersRequest request =
        TrainRecommendersRequest.newBuilder().setParent("stores/shop").build();

    await(() -> popularNames().size() > 1);
    assertThatThrownBy(
            () ->
                recommenders()
                    .trainRecommenders(request.toBuilder().addRecommenders("oracle").build()))
        .hasMessageContaining("recommenders[0] must be one of user-knn, ");
    assertThatThrownBy(
            () ->
                recommenders().trainRecommenders(request.toBuilder().setTrainingId("a b").build()))
        .hasMessageContaining("training_id must be empty or 1 to 128 characters");
    assertThatThrownBy(
            () ->
                recommenders()
                    .cancelTraining(
                        CancelTrainingRequest.newBuilder()
                            .setName("stores/shop/trainings/none")
                            .build()))
        .hasMessageContaining("stores/shop/trainings/none does not exist");
  }

  @Test
  void recommendersAreJudgedByTheStoresOwnPast() {
    fillShop();
    log.buy("shop", "tea-1", "teapot");
    log.buy("shop", "tool-1", "saw");
    await(() -> popularNames().size() > 1);

    Evaluation begun =
        recommenders()
            .evaluateRecommenders(
                EvaluateRecommendersRequest.newBuilder()
                    .setParent("stores/shop")
                    .setHeldOutShare(0.4)
                    .addRecommenders("popular")
                    .addRecommenders("user-knn")
                    .setEvaluationId("mine")
                    .setAgain(true)
                    .build());
    GetEvaluationRequest request =
        GetEvaluationRequest.newBuilder().setName(begun.getName()).build();
    await(() -> recommenders().getEvaluation(request).getState() != Evaluation.State.STATE_RUNNING);
    Evaluation evaluation = recommenders().getEvaluation(request);

    assertThat(evaluation.getName()).isEqualTo("stores/shop/evaluations/mine");
    assertThat(evaluation.getReason()).isEmpty();
    assertThat(evaluation.getState()).isEqualTo(Evaluation.State.STATE_SUCCEEDED);
    assertThat(evaluation.getCustomerCount()).as("known before").isEqualTo(2);
    assertThat(evaluation.getColdCustomerCount()).isPositive();
    assertThat(evaluation.getRecommendersList())
        .extracting(JudgedRecommender::getRecommender)
        .containsExactly("user-knn", "popular");
    assertThat(evaluation.getRecommenders(1).getMeasuresList())
        .extracting(MeasuredValue::getMeasure)
        .contains("ndcg@10", "hit-rate@10", "coverage@20");
    assertThat(evaluation.getRecommenders(1).getColdMeasuresList())
        .extracting(MeasuredValue::getMeasure)
        .contains("ndcg@10")
        .doesNotContain("coverage@20");
    MeasuredValue ndcg = evaluation.getRecommenders(1).getMeasures(0);
    assertThat(ndcg.getValue()).isPositive().isBetween(ndcg.getLow(), ndcg.getHigh());
    assertThat(propose(forCustomer("tea-0")).getMissingList())
        .as("the store's own models are not touched")
        .contains("user-knn");
  }
}
