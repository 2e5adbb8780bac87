package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micronaut.context.ApplicationContext;
import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.CandidateServiceGrpc.CandidateServiceBlockingStub;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductServiceGrpc;
import io.shelfwise.product.v1.UpdateProductRequest;
import io.shelfwise.recommender.v1.CancelTrainingRequest;
import io.shelfwise.recommender.v1.EvaluateRecommendersRequest;
import io.shelfwise.recommender.v1.Evaluation;
import io.shelfwise.recommender.v1.GetEvaluationRequest;
import io.shelfwise.recommender.v1.GetTrainingRequest;
import io.shelfwise.recommender.v1.JudgedRecommender;
import io.shelfwise.recommender.v1.ListRecommendersRequest;
import io.shelfwise.recommender.v1.ListTrainingsRequest;
import io.shelfwise.recommender.v1.ListTrainingsResponse;
import io.shelfwise.recommender.v1.MeasuredValue;
import io.shelfwise.recommender.v1.Recommender;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc.RecommenderServiceBlockingStub;
import io.shelfwise.recommender.v1.TrainRecommendersRequest;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.rpc.Launch;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service, started as in a process of its own, on a log in memory. */
class RecommendServiceTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Up to which part of a score parts may add up to more: some are kept in single precision. */
  private static final double ROUNDING = 2e-6;

  private final FakeEventLog log = new FakeEventLog();
  private final String profile = "in-process:profile-" + UUID.randomUUID();
  private final String recommend = "in-process:recommend-" + UUID.randomUUID();

  @TempDir private Path data;
  private RpcServer profileServer;
  private RpcChannel channel;
  private ApplicationContext service;

  @BeforeEach
  void start() {
    profileServer =
        RpcServer.start(
            RpcServer.Settings.of("profile", profile, Optional.empty(), Duration.ZERO, log));
    channel = RpcChannel.open(recommend, Optional.empty(), LONG);
    service = launch();
  }

  @AfterEach
  void stop() {
    service.close();
    channel.close();
    profileServer.close();
  }

  private ApplicationContext launch() {
    return Launch.start(
        List.of("recommend-service"),
        Map.of(
            "shelfwise.recommend.listen",
            recommend,
            "shelfwise.recommend.profile-target",
            profile,
            "shelfwise.recommend.data-directory",
            data.toString(),
            "shelfwise.recommend.drain",
            "0s",
            "shelfwise.recommend.budget",
            "5s",
            "shelfwise.recommend.train-look",
            "1h",
            "shelfwise.access.required",
            false,
            "micronaut.server.port",
            -1));
  }

  @Test
  void everyRecommenderProposesAndSaysWhy() {
    fillShop();
    train();

    ProposeCandidatesResponse answer = propose(forCustomer("tea-0"));

    assertThat(answer.getMissingList()).isEmpty();
    assertThat(answer.getListsList())
        .extracting(CandidateList::getRecommender)
        .contains("user-knn", "item-knn", "bm25", "rp3beta", "co-occurrence")
        .contains("matrix-factorization", "content", "popular", "trending");
    // What was bought is left out here, and no one has looked at anything.
    Set<String> silent = Set.of("buy-again", "recently-viewed", "session", "rules");
    for (CandidateList list : answer.getListsList()) {
      if (!silent.contains(list.getRecommender())) {
        assertThat(list.getCandidatesList()).as(list.getRecommender()).isNotEmpty();
      }
      for (Candidate candidate : list.getCandidatesList()) {
        assertThat(candidate.getEvidenceList()).hasSizeBetween(1, 6);
        assertThat(candidate.getEvidenceList().stream().mapToDouble(Evidence::getWeight).sum())
            .as(list.getRecommender())
            .isLessThanOrEqualTo(candidate.getScore() * (1 + ROUNDING));
      }
    }
    // Who buys a teapot buys a tea cosy; no one with a teapot has bought a saw.
    assertThat(best(answer, "co-occurrence")).isEqualTo("stores/shop/products/cosy");
    assertThat(best(answer, "user-knn")).isEqualTo("stores/shop/products/cosy");
    assertThat(best(answer, "content")).isEqualTo("stores/shop/products/teapot-blue");
    assertThat(words(answer, "content")).contains("teapot");
  }

  @Test
  void theNewestEventChangesTheNextAnswerWithoutTraining() {
    fillShop();
    train();
    assertThat(propose(forCustomer("newcomer")).getLists(0).getCandidatesCount()).isZero();

    log.view("shop", "newcomer", "hammer");

    await(() -> propose(forCustomer("newcomer")).getLists(0).getCandidatesCount() > 0);
    ProposeCandidatesResponse answer = propose(forCustomer("newcomer"));
    assertThat(names(answer, "user-knn")).contains("stores/shop/products/saw");
    assertThat(names(answer, "co-occurrence")).contains("stores/shop/products/saw");
  }

  @Test
  void whatWasBoughtIsLeftOutIfItIsAskedSo() {
    fillShop();
    train();

    assertThat(names(propose(forCustomer("tea-0")), "popular"))
        .doesNotContain("stores/shop/products/teapot");
    assertThat(
            names(
                propose(forCustomer("tea-0").toBuilder().setExcludePurchased(false).build()),
                "co-occurrence"))
        .contains("stores/shop/products/teapot");
  }

  @Test
  void theProductsOfAPageSpeakAndAreNotProposed() {
    fillShop();
    train();

    ProposeCandidatesResponse answer =
        propose(
            ProposeCandidatesRequest.newBuilder()
                .setParent("stores/shop")
                .addProducts("stores/shop/products/saw")
                .addRecommenders("co-occurrence")
                .addExcludedProducts("stores/shop/products/nails")
                .build());

    assertThat(names(answer, "co-occurrence")).containsExactly("stores/shop/products/hammer");
  }

  @Test
  void whatIsNotInTheCatalogueOrOutOfStockIsNotProposed() {
    fillShop();
    log.buy("shop", "tea-0", "teapot", "unlisted");
    train();
    write("cosy", "Tea cosy", Product.Availability.AVAILABILITY_OUT_OF_STOCK);

    assertThat(names(propose(forCustomer("tea-1")), "popular"))
        .isNotEmpty()
        .doesNotContain("stores/shop/products/unlisted", "stores/shop/products/cosy");
  }

  @Test
  void aCandidatesMarginAndHowFamiliarItIsAreTold() {
    write(inCategory("cup", "Kitchen").setMargin(0.25));
    write(inCategory("pan", "Kitchen").setMargin(0.4));
    write(inCategory("rake", "Garden"));
    log.buy("shop", "ann", "cup");
    log.buy("shop", "bob", "cup", "pan", "rake");
    await(() -> propose(onlyPopular("ann")).getProductsCount() == 3);

    assertThat(propose(onlyPopular("ann")).getProductsList())
        .filteredOn(product -> product.getName().endsWith("/pan"))
        .singleElement()
        .satisfies(pan -> assertThat(pan.getMargin()).isEqualTo(0.4))
        .satisfies(pan -> assertThat(pan.getFamiliarity()).isEqualTo(1));
    assertThat(propose(onlyPopular("ann")).getProductsList())
        .filteredOn(product -> product.getName().endsWith("/rake"))
        .singleElement()
        .satisfies(rake -> assertThat(rake.hasFamiliarity()).isTrue())
        .satisfies(rake -> assertThat(rake.getFamiliarity()).isZero());
    assertThat(propose(onlyPopular("stranger")).getProductsList())
        .hasSize(3)
        .noneMatch(product -> product.hasFamiliarity());
  }

  private static Product.Builder inCategory(String id, String category) {
    return Product.newBuilder()
        .setName("stores/shop/products/" + id)
        .setTitle(id)
        .addCategories(category);
  }

  private static ProposeCandidatesRequest onlyPopular(String customer) {
    return forCustomer(customer).toBuilder()
        .setExcludePurchased(false)
        .addRecommenders("popular")
        .build();
  }

  @Test
  void aStoreWithoutModelsSaysSoAndTheOthersAnswer() {
    write("teapot", "Teapot", Product.Availability.AVAILABILITY_IN_STOCK);
    log.buy("shop", "ann", "teapot");
    await(
        () ->
            propose(forCustomer("bob")).getListsList().stream()
                .anyMatch(
                    list ->
                        list.getRecommender().equals("popular") && list.getCandidatesCount() > 0));

    assertThat(propose(forCustomer("bob")).getMissingList()).contains("user-knn", "co-occurrence");
    assertThat(propose(ProposeCandidatesRequest.newBuilder().setParent("stores/none").build()))
        .extracting(ProposeCandidatesResponse::getListsCount)
        .isEqualTo(0);
  }

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
    assertThat(one.getRecommenders(0).getProvenance().getSettingsMap()).containsKey("hold-out");
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

  @Test
  void aFilterNamesTheProductsThatEachRecommenderMayPropose() {
    fillShop();
    train();

    ProposeCandidatesResponse answer =
        propose(forCustomer("tea-0").toBuilder().setFilter("title:tea AND -id = cosy").build());

    assertThat(answer.getProductsList())
        .extracting(product -> product.getName())
        .isNotEmpty()
        .containsOnly("stores/shop/products/teapot-blue");
    assertThatThrownBy(
            () -> propose(forCustomer("tea-0").toBuilder().setFilter("colour = red").build()))
        .hasMessageContaining("filter must have a field, one of id, title");
  }

  @Test
  void evidenceTellsProductsByIndexWhereThatIsAskedFor() {
    fillShop();
    train();
    ProposeCandidatesRequest request =
        forCustomer("tea-0").toBuilder().addRecommenders("co-occurrence").build();

    ProposeCandidatesResponse named = propose(request);
    ProposeCandidatesResponse lean = propose(request.toBuilder().setEvidenceByIndex(true).build());

    Evidence evidence = list(lean, "co-occurrence").getCandidates(0).getEvidence(0);
    assertThat(lean.getEvidenceProducts(evidence.getProductIndex()).getName())
        .isEqualTo(list(named, "co-occurrence").getCandidates(0).getEvidence(0).getProduct());
    assertThat(named.getEvidenceProductsList()).isEmpty();
  }

  @Test
  void whoIsErasedIsForgottenAtOnceAndByTheModelsWithTheNextTraining() {
    fillShop();
    train();
    assertThat(propose(forCustomer("tea-0")).getLists(0).getCandidatesCount()).isPositive();

    log.erase("shop", "tea-0");

    await(() -> propose(forCustomer("tea-0")).getLists(0).getCandidatesCount() == 0);
    assertThat(firstRecommender().getCustomerCount()).isEqualTo(16);
    train();
    assertThat(firstRecommender().getCustomerCount()).isEqualTo(15);
  }

  private Recommender firstRecommender() {
    return recommenders()
        .listRecommenders(ListRecommendersRequest.newBuilder().setParent("stores/shop").build())
        .getRecommenders(0);
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    fillShop();
    train();
    List<CandidateList> before = propose(forCustomer("tea-0")).getListsList();

    service.close();
    service = launch();

    // The models are there at once, and so is what the customer did.
    assertThat(propose(forCustomer("tea-0")).getListsList()).isEqualTo(before);
    log.view("shop", "newcomer", "hammer");
    await(() -> propose(forCustomer("newcomer")).getLists(0).getCandidatesCount() > 0);
  }

  @Test
  void damagedSnapshotsAreMadeAnewFromTheLog() throws IOException {
    fillShop();
    train();
    List<CandidateList> before = propose(forCustomer("tea-0")).getListsList();

    service.close();
    damage(data.resolve("interactions.snapshot"));
    damage(data.resolve("models/shop/user-knn.model"));
    service = launch();

    await(() -> propose(forCustomer("tea-0")).getMissingList().equals(List.of("user-knn")));
    train();
    assertThat(propose(forCustomer("tea-0")).getListsList()).isEqualTo(before);
  }

  @Test
  void whatIsWrittenAgainAfterTheLogWasLostCountsOnce() {
    fillShop();
    train();
    List<CandidateList> before = propose(forCustomer("tea-0")).getListsList();
    long models = modelFiles();

    log.replace();
    await(() -> propose(onlyPopular("tea-0")).getProductsCount() == 0);
    assertThat(models).isPositive();
    await(() -> modelFiles() == 0);
    assertThat(propose(forCustomer("tea-0")).getMissingList())
        .contains("user-knn", "co-occurrence");

    buyEverything();
    train();
    await(() -> propose(forCustomer("tea-0")).getListsList().equals(before));
  }

  @Test
  void whatWasKeptOfALogThatWasLostIsNotUsed() {
    fillShop();
    train();
    service.close();

    log.replace();
    log.buy("shop", "ann", "hammer");
    service = launch();

    await(() -> popularNames().equals(List.of("stores/shop/products/hammer")));
    assertThat(propose(forCustomer("tea-0")).getMissingList())
        .contains("user-knn", "co-occurrence");
  }

  private List<String> popularNames() {
    return names(propose(onlyPopular("ann")), "popular");
  }

  /** Counted by their names: a file may go while it is counted. */
  private long modelFiles() {
    File[] stores = data.resolve("models").toFile().listFiles();
    return Stream.ofNullable(stores)
        .flatMap(Arrays::stream)
        .map(File::list)
        .filter(Objects::nonNull)
        .mapToLong(names -> names.length)
        .sum();
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void aWrongFieldIsNamed() {
    assertThatThrownBy(
            () ->
                propose(
                    ProposeCandidatesRequest.newBuilder()
                        .setParent("stores/shop")
                        .addRecommenders("fortune-teller")
                        .build()))
        .hasMessageContaining("recommenders[0] must be one of user-knn, item-knn");
    assertThatThrownBy(
            () -> propose(forCustomer("ann").toBuilder().setParent("stores/other").build()))
        .hasMessageContaining("customer must be of the store stores/other");
  }

  /** Eight customers like tea, eight like tools; one of each has only one product. */
  private void fillShop() {
    write("teapot", "Red teapot", Product.Availability.AVAILABILITY_IN_STOCK);
    write("teapot-blue", "Blue teapot", Product.Availability.AVAILABILITY_IN_STOCK);
    write("cosy", "Tea cosy", Product.Availability.AVAILABILITY_IN_STOCK);
    write("hammer", "Hammer", Product.Availability.AVAILABILITY_IN_STOCK);
    write("saw", "Saw", Product.Availability.AVAILABILITY_IN_STOCK);
    write("nails", "Nails", Product.Availability.AVAILABILITY_IN_STOCK);
    buyEverything();
  }

  private void buyEverything() {
    log.buy("shop", "tea-0", "teapot");
    log.buy("shop", "tool-0", "hammer");
    for (int i = 1; i < 8; i++) {
      log.buy("shop", "tea-" + i, "teapot", "cosy");
      log.buy("shop", "tool-" + i, "hammer", "saw", "nails");
    }
  }

  private void write(String id, String title, Product.Availability availability) {
    write(
        Product.newBuilder()
            .setName("stores/shop/products/" + id)
            .setTitle(title)
            .setAvailability(availability));
  }

  private void write(Product.Builder product) {
    Product written =
        ProductServiceGrpc.newBlockingStub(channel.channel())
            .updateProduct(UpdateProductRequest.newBuilder().setProduct(product).build());
    assertThat(written.getTitle()).isEqualTo(product.getTitle());
  }

  private Training train() {
    Training begun =
        recommenders()
            .trainRecommenders(
                TrainRecommendersRequest.newBuilder().setParent("stores/shop").build());
    return ended(begun);
  }

  private Training ended(Training begun) {
    GetTrainingRequest request = GetTrainingRequest.newBuilder().setName(begun.getName()).build();
    await(() -> recommenders().getTraining(request).getState() != Training.State.STATE_RUNNING);
    return recommenders().getTraining(request);
  }

  private ProposeCandidatesResponse propose(ProposeCandidatesRequest request) {
    CandidateServiceBlockingStub candidates =
        CandidateServiceGrpc.newBlockingStub(channel.channel());
    return candidates.proposeCandidates(request);
  }

  private RecommenderServiceBlockingStub recommenders() {
    return RecommenderServiceGrpc.newBlockingStub(channel.channel());
  }

  private static ProposeCandidatesRequest forCustomer(String customer) {
    return ProposeCandidatesRequest.newBuilder()
        .setParent("stores/shop")
        .setCustomer("stores/shop/customers/" + customer)
        .setExcludePurchased(true)
        .build();
  }

  private static String best(ProposeCandidatesResponse answer, String recommender) {
    return names(answer, recommender).getFirst();
  }

  private static List<String> names(ProposeCandidatesResponse answer, String recommender) {
    return list(answer, recommender).getCandidatesList().stream()
        .map(candidate -> answer.getProducts(candidate.getProductIndex()).getName())
        .toList();
  }

  private static List<String> words(ProposeCandidatesResponse answer, String recommender) {
    return list(answer, recommender).getCandidates(0).getEvidenceList().stream()
        .map(Evidence::getTerm)
        .toList();
  }

  private static CandidateList list(ProposeCandidatesResponse answer, String recommender) {
    return answer.getListsList().stream()
        .filter(list -> list.getRecommender().equals(recommender))
        .findFirst()
        .orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
