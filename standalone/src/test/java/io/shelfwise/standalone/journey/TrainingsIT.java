package io.shelfwise.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.recommender.v1.Evaluation;
import io.shelfwise.recommender.v1.JudgedRecommender;
import io.shelfwise.recommender.v1.ListEvaluationsResponse;
import io.shelfwise.recommender.v1.ListRecommendersResponse;
import io.shelfwise.recommender.v1.ListTrainingsResponse;
import io.shelfwise.recommender.v1.Recommender;
import io.shelfwise.recommender.v1.Training;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recommenders are trained and judged over REST, as an operator does it. */
class TrainingsIT {
  private static final String STORE = "/v1/stores/demo";

  private static OneProcess site;
  private static Storefront operator;

  @BeforeAll
  static void open() throws IOException {
    site = new OneProcess(Files.createTempDirectory(Path.of("target"), "trainings"));
    operator = new Storefront(site.rest());
    Eventually.get(() -> operator.get("/health"), health -> health.statusCode() == 200);
    ImportEventsResponse imported =
        Storefront.read(
            operator.stream(
                STORE + "/events:import",
                new SmallShop()
                    .events()
                    .map(event -> ImportEventsRequest.newBuilder().setEvent(event))),
            ImportEventsResponse.getDefaultInstance());
    assertThat(imported.getRejectionsList()).isEmpty();
  }

  @AfterAll
  static void close() {
    operator.close();
    site.close();
  }

  @Test
  void oneRecommenderIsTrainedByItselfAndListed() {
    String body = "{\"recommenders\": [\"item-knn\"], \"trainingId\": \"only-one\"}";
    Training begun = training(operator.post(STORE + "/recommenders:train", body));
    Training ended = ended(begun);

    assertThat(ended.getName()).isEqualTo("stores/demo/trainings/only-one");
    assertThat(ended.getState()).isEqualTo(Training.State.STATE_SUCCEEDED);
    assertThat(ended.getDoneList()).containsExactly("item-knn");
    assertThat(training(operator.post(STORE + "/recommenders:train", body)))
        .as("sent again")
        .isEqualTo(ended);
    assertThat(
            Storefront.read(
                    operator.get(STORE + "/trainings"), ListTrainingsResponse.getDefaultInstance())
                .getTrainingsList())
        .contains(ended);
    assertThat(
            Storefront.read(
                    operator.get(STORE + "/recommenders"),
                    ListRecommendersResponse.getDefaultInstance())
                .getRecommendersList())
        .filteredOn(one -> one.getName().equals("stores/demo/recommenders/item-knn"))
        .singleElement()
        .matches(Recommender::getReady);
  }

  @Test
  void aTrainingIsCancelled() {
    Training begun =
        training(operator.post(STORE + "/recommenders:train", "{\"trainingId\": \"unwanted\"}"));
    String name = "/v1/" + begun.getName();

    // It may not have begun, or be at its end.
    assertThat(training(operator.post(name + ":cancel", "{}")).getState())
        .isNotEqualTo(Training.State.STATE_RUNNING);

    Training ended = ended(begun);
    assertThat(ended.getState()).isEqualTo(Training.State.STATE_CANCELLED);
    assertThat(training(operator.post(name + ":cancel", "{}"))).as("at its end").isEqualTo(ended);
  }

  @Test
  void recommendersAreJudgedAndTheEvaluationIsListed() {
    Evaluation begun =
        evaluation(
            operator.post(
                STORE + "/recommenders:evaluate",
                "{\"recommenders\": [\"popular\", \"item-knn\"], \"evaluationId\": \"mine\"}"));
    Evaluation ended =
        Eventually.get(
            () -> evaluation(operator.get("/v1/" + begun.getName())),
            one -> one.getState() != Evaluation.State.STATE_RUNNING);

    assertThat(ended.getName()).isEqualTo("stores/demo/evaluations/mine");
    assertThat(ended.getState()).isEqualTo(Evaluation.State.STATE_SUCCEEDED);
    assertThat(ended.getRecommendersList())
        .extracting(JudgedRecommender::getRecommender)
        .containsExactlyInAnyOrder("item-knn", "popular");
    assertThat(
            Storefront.read(
                    operator.get(STORE + "/evaluations?pageSize=1"),
                    ListEvaluationsResponse.getDefaultInstance())
                .getEvaluationsList())
        .containsExactly(ended);
    assertThat(evaluation(operator.post("/v1/" + ended.getName() + ":cancel", "{}")))
        .as("at its end")
        .isEqualTo(ended);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(operator.post(STORE + "/recommenders:train", "{\"recommenders\": [\"oracle\"]}"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .satisfies(answer -> assertThat(answer.body()).contains("recommenders[0]", "user-knn"));
    assertThat(operator.post(STORE + "/recommenders:evaluate", "{\"heldOutShare\": 0.9}"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .satisfies(
            answer ->
                assertThat(answer.body())
                    .contains("heldOutShare")
                    .doesNotContain("held_out_share"));
    for (String path : new String[] {"/trainings/none", "/evaluations/none"}) {
      assertThat(operator.get(STORE + path).statusCode()).as(path).isEqualTo(404);
      assertThat(operator.post(STORE + path + ":cancel", "{}").statusCode()).isEqualTo(404);
    }
    assertThat(operator.get("/v1/stores/nowhere/evaluations").statusCode()).isEqualTo(404);
  }

  private static Training ended(Training begun) {
    return Eventually.get(
        () -> training(operator.get("/v1/" + begun.getName())), Training::hasEndTime);
  }

  private static Training training(HttpResponse<String> answer) {
    return Storefront.read(answer, Training.getDefaultInstance());
  }

  private static Evaluation evaluation(HttpResponse<String> answer) {
    return Storefront.read(answer, Evaluation.getDefaultInstance());
  }
}
