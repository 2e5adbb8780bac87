package io.shelfwise.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.recommender.v1.Training;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.terminal.Amount;
import io.shelfwise.value.v1.CustomerValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis loses everything while the services run, and the shop writes all its events again. */
class RedisLostIT {
  private static final String STORE = "/v1/stores/demo";

  private static final int LAST_POUNDS = 1000;

  @TempDir private static Path data;

  private final SmallShop shop = new SmallShop();
  private final Shopper shopper = Shopper.of(shop);
  private OneProcess site;
  private Storefront storefront;
  private RpcChannel recommenders;

  @BeforeEach
  void open() {
    site = new OneProcess(data);
    storefront = new Storefront(site.rest());
    recommenders =
        RpcChannel.open("in-process:recommend", Optional.empty(), Duration.ofSeconds(20));
    Eventually.get(() -> storefront.get("/health"), health -> health.statusCode() == 200);
    Storefront.read(
        storefront.stream(
            STORE + "/products:import",
            shop.products().map(product -> ImportProductsRequest.newBuilder().setProduct(product))),
        ImportProductsResponse.getDefaultInstance());
  }

  @AfterEach
  void close() {
    recommenders.close();
    storefront.close();
    site.close();
  }

  @Test
  void everythingCountsOnce() {
    importEvents();
    assertCountedOnce("late-comer");
    Map<String, Double> trending = trending();

    site.redis().flush();
    importEvents();
    // Another one, of whom nothing is known that could be taken for the new count.
    assertCountedOnce("later-comer");
    Map<String, Double> again = trending();

    assertThat(again).containsOnlyKeys(trending.keySet());
    trending.forEach(
        (product, score) ->
            assertThat(again.get(product)).isCloseTo(score, withinPercentage(1e-6)));
  }

  private void importEvents() {
    try (Stream<Event> events = shop.events()) {
      ImportEventsResponse imported =
          Storefront.read(
              storefront.stream(
                  STORE + "/events:import",
                  events.map(event -> ImportEventsRequest.newBuilder().setEvent(event))),
              ImportEventsResponse.getDefaultInstance());
      assertThat(imported.getWrittenCount()).isEqualTo(shopper.eventsOfAll());
    }
  }

  /**
   * The last customer's part of the whole revenue tells that value-service has taken in all orders,
   * and each of them once.
   */
  private void assertCountedOnce(String last) {
    assertThat(storefront.write(orderOf(last)).getResults(0).getOutcome())
        .isEqualTo(Outcome.OUTCOME_WRITTEN);
    double whole = shopper.revenueOfAll().doubleValue() + LAST_POUNDS;
    Eventually.get(
        () -> storefront.value(last),
        value -> Math.abs(value.getContributionRate() - LAST_POUNDS / whole) < 1e-12);

    CustomerValue worth = storefront.value(shopper.id());
    assertThat(worth.getOrderCount()).isEqualTo(shopper.orders());
    assertThat(Amount.of(worth.getRevenue()).value()).isEqualByComparingTo(shopper.revenue());
    assertThat(storefront.customer(shopper.id()).getActivity().getOrderCount())
        .isEqualTo(shopper.orders());
  }

  private Event orderOf(String customer) {
    Event any = shopper.purchases().getLast();
    return any.toBuilder()
        .setId("last")
        .setCustomer(customer)
        .setPurchase(
            Purchase.newBuilder()
                .setOrder("last")
                .addLines(
                    any.getPurchase().getLines(0).toBuilder()
                        .setQuantity(1)
                        .setUnitPrice(
                            any.getPurchase().getLines(0).getUnitPrice().toBuilder()
                                .setUnits(LAST_POUNDS)
                                .setNanos(0))))
        .build();
  }

  /**
   * What is bought more and more, with scores, as recommend-service counts all that is in the log.
   */
  private Map<String, Double> trending() {
    Training started =
        Storefront.read(
            storefront.post(STORE + "/recommenders:train", "{}"), Training.getDefaultInstance());
    Eventually.get(
        () ->
            Storefront.read(
                storefront.get("/v1/" + started.getName()), Training.getDefaultInstance()),
        training -> training.getState() == Training.State.STATE_SUCCEEDED);
    ProposeCandidatesResponse answer =
        CandidateServiceGrpc.newBlockingStub(recommenders.channel())
            .proposeCandidates(
                ProposeCandidatesRequest.newBuilder()
                    .setParent("stores/demo")
                    .addRecommenders("trending")
                    .setCandidateCount(300)
                    .build());
    assertThat(answer.getMissingList()).isEmpty();
    return answer.getLists(0).getCandidatesList().stream()
        .collect(
            Collectors.toMap(
                candidate -> answer.getProducts(candidate.getProductIndex()).getName(),
                Candidate::getScore));
  }
}
