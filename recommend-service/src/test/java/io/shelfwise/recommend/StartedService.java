package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.CandidateServiceGrpc.CandidateServiceBlockingStub;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductServiceGrpc;
import io.shelfwise.product.v1.UpdateProductRequest;
import io.shelfwise.recommender.v1.GetTrainingRequest;
import io.shelfwise.recommender.v1.ListRecommendersRequest;
import io.shelfwise.recommender.v1.Recommender;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc.RecommenderServiceBlockingStub;
import io.shelfwise.recommender.v1.TrainRecommendersRequest;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.rpc.Launch;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole service, started as in a process of its own, on a log in memory, with a small shop. */
abstract class StartedService {
  private static final Duration LONG = Duration.ofSeconds(30);

  final FakeEventLog log = new FakeEventLog();
  private final String profile = "in-process:profile-" + UUID.randomUUID();
  private final String recommend = "in-process:recommend-" + UUID.randomUUID();

  @TempDir Path data;
  private RpcServer profileServer;
  private RpcChannel channel;
  ApplicationContext service;

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

  ApplicationContext launch() {
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

  static ProposeCandidatesRequest onlyPopular(String customer) {
    return forCustomer(customer).toBuilder()
        .setExcludePurchased(false)
        .addRecommenders("popular")
        .build();
  }

  Recommender firstRecommender() {
    return recommenders()
        .listRecommenders(ListRecommendersRequest.newBuilder().setParent("stores/shop").build())
        .getRecommenders(0);
  }

  List<String> popularNames() {
    return names(propose(onlyPopular("ann")), "popular");
  }

  /** Eight customers like tea, eight like tools; one of each has only one product. */
  void fillShop() {
    write("teapot", "Red teapot", Product.Availability.AVAILABILITY_IN_STOCK);
    write("teapot-blue", "Blue teapot", Product.Availability.AVAILABILITY_IN_STOCK);
    write("cosy", "Tea cosy", Product.Availability.AVAILABILITY_IN_STOCK);
    write("hammer", "Hammer", Product.Availability.AVAILABILITY_IN_STOCK);
    write("saw", "Saw", Product.Availability.AVAILABILITY_IN_STOCK);
    write("nails", "Nails", Product.Availability.AVAILABILITY_IN_STOCK);
    buyEverything();
  }

  void buyEverything() {
    log.buy("shop", "tea-0", "teapot");
    log.buy("shop", "tool-0", "hammer");
    for (int i = 1; i < 8; i++) {
      log.buy("shop", "tea-" + i, "teapot", "cosy");
      log.buy("shop", "tool-" + i, "hammer", "saw", "nails");
    }
  }

  void write(String id, String title, Product.Availability availability) {
    write(
        Product.newBuilder()
            .setName("stores/shop/products/" + id)
            .setTitle(title)
            .setAvailability(availability));
  }

  void write(Product.Builder product) {
    Product written =
        ProductServiceGrpc.newBlockingStub(channel.channel())
            .updateProduct(UpdateProductRequest.newBuilder().setProduct(product).build());
    assertThat(written.getTitle()).isEqualTo(product.getTitle());
  }

  Training train() {
    Training begun =
        recommenders()
            .trainRecommenders(
                TrainRecommendersRequest.newBuilder().setParent("stores/shop").build());
    return ended(begun);
  }

  Training ended(Training begun) {
    GetTrainingRequest request = GetTrainingRequest.newBuilder().setName(begun.getName()).build();
    await(() -> recommenders().getTraining(request).getState() != Training.State.STATE_RUNNING);
    return recommenders().getTraining(request);
  }

  ProposeCandidatesResponse propose(ProposeCandidatesRequest request) {
    CandidateServiceBlockingStub candidates =
        CandidateServiceGrpc.newBlockingStub(channel.channel());
    return candidates.proposeCandidates(request);
  }

  RecommenderServiceBlockingStub recommenders() {
    return RecommenderServiceGrpc.newBlockingStub(channel.channel());
  }

  static ProposeCandidatesRequest forCustomer(String customer) {
    return ProposeCandidatesRequest.newBuilder()
        .setParent("stores/shop")
        .setCustomer("stores/shop/customers/" + customer)
        .setExcludePurchased(true)
        .build();
  }

  static List<String> names(ProposeCandidatesResponse answer, String recommender) {
    return list(answer, recommender).getCandidatesList().stream()
        .map(candidate -> answer.getProducts(candidate.getProductIndex()).getName())
        .toList();
  }

  static CandidateList list(ProposeCandidatesResponse answer, String recommender) {
    return answer.getListsList().stream()
        .filter(list -> list.getRecommender().equals(recommender))
        .findFirst()
        .orElseThrow();
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
