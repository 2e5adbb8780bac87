package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.CategoryFamiliarity;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.product.v1.Product;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service proposes. */
class RecommendServiceTest extends StartedService {
  /** Which part of a score evidence may leave untold, as the proto says; and a little for sums. */
  private static final double ROUNDING = 1e-6 + 1e-12;

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
        assertThat(candidate.getEvidenceIndicesList())
            .hasSizeBetween(1, 6)
            .hasSameSizeAs(candidate.getEvidenceWeightsList());
        assertThat(candidate.getEvidenceWeightsList().stream().mapToDouble(it -> it).sum())
            .as(list.getRecommender())
            .isCloseTo(candidate.getScore(), within(candidate.getScore() * ROUNDING));
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
  void aCandidatesMarginAndHowFamiliarItIsAreToldAndHowLongTheHistoryIs() {
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
        .satisfies(pan -> assertThat(pan.getCategory()).isEqualTo("Kitchen"));
    assertThat(propose(onlyPopular("ann")).getFamiliaritiesList())
        .containsExactly(familiarity("Kitchen", 1));
    assertThat(propose(onlyPopular("stranger")).getProductsList()).hasSize(3);
    assertThat(propose(onlyPopular("stranger")).getFamiliaritiesList()).isEmpty();
    assertThat(propose(onlyPopular("bob")).getHistoryCount()).isEqualTo(3);
    assertThat(propose(onlyPopular("stranger")).getHistoryCount()).isZero();
  }

  @Test
  void aCandidateWithoutCategoryCountsWhereTheProductsLikeItBelong() {
    write(inCategory("one", "Kitchen").setTitle("Red enamel kettle"));
    write(inCategory("two", "Kitchen").setTitle("Blue enamel kettle"));
    write(inCategory("saw", "Tools"));
    write(inCategory("hammer", "Tools"));
    write(Product.newBuilder().setName("stores/shop/products/lost").setTitle("Enamel kettle"));
    log.buy("shop", "ann", "one");
    log.buy("shop", "bob", "one", "two", "lost");
    train();
    // What is like a product is made ready after a training, and not waited for.
    await(() -> !candidate("lost").getCategory().isEmpty());

    assertThat(candidate("lost").getCategory()).isEqualTo("Kitchen");
    assertThat(candidate("lost").getCategoryPredicted()).isTrue();
    assertThat(propose(onlyPopular("ann")).getFamiliaritiesList())
        .containsExactly(familiarity("Kitchen", 1));
    assertThat(candidate("two").getCategoryPredicted()).isFalse();
  }

  private static CategoryFamiliarity familiarity(String category, double familiarity) {
    return CategoryFamiliarity.newBuilder()
        .setCategory(category)
        .setFamiliarity(familiarity)
        .build();
  }

  /** What is told of a product that is proposed to Ann. */
  private CandidateProduct candidate(String id) {
    return propose(onlyPopular("ann")).getProductsList().stream()
        .filter(product -> product.getName().endsWith("/" + id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void howManyCustomersHaveBoughtACandidateIsTold() {
    write(inCategory("cup", "Kitchen"));
    write(inCategory("pan", "Kitchen"));
    log.buy("shop", "ann", "cup");
    log.buy("shop", "ann", "cup");
    log.buy("shop", "bob", "cup");
    log.view("shop", "bob", "pan");
    await(() -> propose(onlyPopular("ann")).getProductsCount() == 2);

    assertThat(propose(onlyPopular("ann")).getProductsList())
        .extracting(CandidateProduct::getName, CandidateProduct::getBuyerCount)
        .containsExactlyInAnyOrder(
            tuple("stores/shop/products/cup", 2L), tuple("stores/shop/products/pan", 0L));
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
  void whatSpeaksForManyCandidatesIsToldOnce() {
    fillShop();
    train();

    ProposeCandidatesResponse answer = propose(forCustomer("tea-0"));

    assertThat(answer.getEvidenceList()).doesNotHaveDuplicates();
    assertThat(answer.getEvidenceList())
        .extracting(source -> source.getProduct().getName())
        .contains("stores/shop/products/teapot");
    Evidence speaking =
        answer.getEvidence(list(answer, "co-occurrence").getCandidates(0).getEvidenceIndices(0));
    assertThat(speaking.getProduct().getName()).isEqualTo("stores/shop/products/teapot");
    assertThat(speaking.getProduct().getTitle()).isNotEmpty();
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

  private static Product.Builder inCategory(String id, String category) {
    return Product.newBuilder()
        .setName("stores/shop/products/" + id)
        .setTitle(id)
        .addCategories(category);
  }

  private static String best(ProposeCandidatesResponse answer, String recommender) {
    return names(answer, recommender).getFirst();
  }

  private static List<String> words(ProposeCandidatesResponse answer, String recommender) {
    return list(answer, recommender).getCandidates(0).getEvidenceIndicesList().stream()
        .map(place -> answer.getEvidence(place).getTerm())
        .toList();
  }
}
