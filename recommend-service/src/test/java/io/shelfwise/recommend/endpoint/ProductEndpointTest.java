package io.shelfwise.recommend.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Any;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import com.google.type.Money;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.shelfwise.product.v1.DeleteProductRequest;
import io.shelfwise.product.v1.GetProductRequest;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.Product.Availability;
import io.shelfwise.product.v1.ProductServiceGrpc;
import io.shelfwise.product.v1.ProductServiceGrpc.ProductServiceBlockingStub;
import io.shelfwise.product.v1.SearchProductsRequest;
import io.shelfwise.product.v1.SearchProductsResponse;
import io.shelfwise.product.v1.SearchResult;
import io.shelfwise.product.v1.UpdateProductRequest;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.content.CategoryPredictor;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ProductEndpointTest {
  private static final Instant NOW = Instant.parse("2011-12-09T12:50:00Z");

  @TempDir Path folder;
  private Catalog catalog;
  private LuceneSimilarProducts similar;
  private RpcServer server;
  private RpcChannel channel;
  private ProductServiceBlockingStub stub;

  @BeforeEach
  void start(TestInfo test) {
    catalog = Catalog.open(Catalog.Settings.usual(folder));
    similar = new LuceneSimilarProducts(catalog, LuceneSimilarProducts.Settings.USUAL);
    String address = "in-process:" + test.getDisplayName();
    server =
        RpcServer.start(
            RpcServer.Settings.of(
                "recommend",
                address,
                Optional.empty(),
                Duration.ZERO,
                new ProductEndpoint(
                    catalog,
                    new CategoryPredictor(similar, catalog::categories),
                    InstantSource.fixed(NOW))));
    channel = RpcChannel.open(address, Optional.empty(), Duration.ofSeconds(30));
    stub = ProductServiceGrpc.newBlockingStub(channel.channel());
  }

  @AfterEach
  void stop() {
    channel.close();
    server.close();
    similar.close();
    catalog.close();
  }

  private static Product.Builder kettle() {
    return Product.newBuilder()
        .setName("stores/demo/products/kettle")
        .setTitle("Red kettle")
        .setDescription("Boils a litre")
        .setBrand("Acme")
        .addCategories("Kitchen")
        .addCategories("Kettles")
        .setPrice(money(39, 990_000_000))
        .setMargin(0.4)
        .setStock(7)
        .setAvailability(Availability.AVAILABILITY_IN_STOCK)
        .putAttributes("colour", "red")
        .setUri("https://shop.example/kettle");
  }

  private static Money money(long units, int nanos) {
    return Money.newBuilder().setCurrencyCode("EUR").setUnits(units).setNanos(nanos).build();
  }

  private Product update(Product.Builder product, String... paths) {
    return stub.updateProduct(
        UpdateProductRequest.newBuilder()
            .setProduct(product)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
            .build());
  }

  private Product get(String name) {
    return stub.getProduct(GetProductRequest.newBuilder().setName(name).build());
  }

  private static Status status(ThrowingCallable call) {
    return Objects.requireNonNull(StatusProto.fromThrowable(catchThrowable(call)));
  }

  private static String field(Status status) throws InvalidProtocolBufferException {
    assertThat(status.getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
    Any detail = status.getDetails(0);
    return detail.unpack(ErrorInfo.class).getMetadataOrThrow("field");
  }

  @Test
  void whatWasWrittenIsAnsweredWhole() {
    Product expected =
        kettle().setUpdateTime(Timestamp.newBuilder().setSeconds(NOW.getEpochSecond())).build();
    assertThat(update(kettle())).isEqualTo(expected);
    assertThat(get("stores/demo/products/kettle")).isEqualTo(expected);
  }

  @Test
  void writingTwiceIsWritingOnce() {
    assertThat(update(kettle())).isEqualTo(update(kettle()));
    assertThat(list(ListProductsRequest.newBuilder()).getTotalSize()).isEqualTo(1);
  }

  @Test
  void aProductWithoutCategoriesTellsWhereItMayBelong() {
    for (String id : List.of("one", "two", "three")) {
      update(kettle().setName("stores/demo/products/" + id));
    }
    Product.Builder lost = kettle().setName("stores/demo/products/lost").clearCategories();
    assertThat(update(lost).getCategoriesList()).isEmpty();
    assertThat(get(lost.getName()).getPredictedCategory().getPathList())
        .containsExactly("Kitchen", "Kettles");
    assertThat(get(lost.getName()).getPredictedCategory().getConfidence()).isEqualTo(1);
    assertThat(get("stores/demo/products/one").hasPredictedCategory()).isFalse();
    assertThat(list(ListProductsRequest.newBuilder()).getProductsList())
        .filteredOn(Product::hasPredictedCategory)
        .extracting(Product::getName)
        .containsExactly(lost.getName());
  }

  @Test
  void aProductThatIsNotThereIsNotFound() {
    Status status = status(() -> get("stores/demo/products/none"));
    assertThat(status.getCode()).isEqualTo(Code.NOT_FOUND_VALUE);
    assertThat(status.getMessage()).isEqualTo("stores/demo/products/none does not exist");
  }

  @Test
  void aNameOfAnotherFormIsRefused() throws Exception {
    assertThat(field(status(() -> get("products/kettle")))).isEqualTo("name");
    assertThat(field(status(() -> update(kettle().setName("stores/demo")))))
        .isEqualTo("product.name");
  }

  @Test
  void aMaskChangesWhatItNamesAndNoMore() {
    update(kettle());
    Product.Builder change =
        Product.newBuilder()
            .setName("stores/demo/products/kettle")
            .setTitle("not in the mask")
            .setPrice(money(29, 0))
            .addCategories("Sale");
    Product expected =
        kettle()
            .setPrice(money(29, 0))
            .clearCategories()
            .addCategories("Sale")
            .setStock(0)
            .setUpdateTime(Timestamp.newBuilder().setSeconds(NOW.getEpochSecond()))
            .build();
    assertThat(update(change, "price", "categories", "stock")).isEqualTo(expected);
  }

  @Test
  void aMaskMustNameFieldsOfAProduct() throws Exception {
    assertThat(field(status(() -> update(kettle(), "colour")))).isEqualTo("update_mask");
  }

  @Test
  void aMaskedWriteOfANewProductMakesItIfItIsWholeThen() throws Exception {
    assertThat(field(status(() -> update(kettle(), "stock")))).isEqualTo("product.title");
    assertThat(update(kettle(), "title").getTitle()).isEqualTo("Red kettle");
  }

  @Test
  void everyRuleIsHeldAndNamed() throws Exception {
    assertBroken("product.title", product -> product.setTitle(" "));
    assertBroken("product.title", product -> product.setTitle("x".repeat(1_001)));
    assertBroken("product.description", product -> product.setDescription("x".repeat(20_001)));
    assertBroken("product.brand", product -> product.setBrand("x".repeat(201)));
    assertBroken(
        "product.categories", product -> product.addAllCategories(numbered("category", 11)));
    assertBroken("product.categories[2]", product -> product.addCategories("x".repeat(201)));
    assertBroken("product.categories[2]", product -> product.addCategories(""));
    assertBroken(
        "product.price.currency_code", product -> product.setPrice(Money.newBuilder().setUnits(1)));
    assertBroken("product.price.units", product -> product.setPrice(money(-1, 0)));
    assertBroken("product.price.nanos", product -> product.setPrice(money(0, -1_000)));
    assertBroken("product.price.nanos", product -> product.setPrice(money(0, 1)));
    assertBroken("product.margin", product -> product.setMargin(1.01));
    assertBroken("product.margin", product -> product.setMargin(Double.NaN));
    assertBroken("product.stock", product -> product.setStock(-1));
    assertBroken("product.availability", product -> product.setAvailabilityValue(99));
    assertBroken(
        "product.attributes",
        product -> {
          numbered("attribute", 101).forEach(name -> product.putAttributes(name, "x"));
          return product;
        });
    assertBroken("product.attributes", product -> product.putAttributes(" ", "red"));
    assertBroken("product.attributes", product -> product.putAttributes("x".repeat(101), "red"));
    assertBroken("product.attributes", product -> product.putAttributes("c", "x".repeat(1_001)));
    assertBroken("product.uri", product -> product.setUri("x".repeat(2_001)));
    assertBroken("product.language_code", product -> product.setLanguageCode("in German"));
    assertBroken("product.language_code", product -> product.setLanguageCode("de_DE"));
    assertBroken(
        "product.embedding", product -> product.addAllEmbedding(Collections.nCopies(1_025, 1f)));
    assertBroken("product.embedding", product -> product.addEmbedding(Float.NaN));
    assertBroken("product.embedding", product -> product.addEmbedding(0).addEmbedding(0));
  }

  private void assertBroken(String field, UnaryOperator<Product.Builder> breaking)
      throws InvalidProtocolBufferException {
    Status status = status(() -> update(breaking.apply(kettle())));
    assertThat(field(status)).isEqualTo(field);
    assertThat(status.getMessage()).startsWith(field + " must ");
  }

  private static List<String> numbered(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + i).toList();
  }

  @Test
  void theLongestOfEverythingIsTaken() {
    Product.Builder longest =
        kettle()
            .setTitle("🫖".repeat(1_000))
            .setDescription("ü".repeat(20_000))
            .setBrand("北".repeat(200))
            .clearCategories()
            .addAllCategories(IntStream.range(0, 10).mapToObj(i -> i + "x".repeat(199)).toList())
            .setPrice(money(999_999_999_999L, 999_999_000))
            .putAttributes("ä".repeat(100), "🫖".repeat(1_000))
            .setUri("x".repeat(2_000))
            .setLanguageCode("zh-Hant")
            .addAllEmbedding(Collections.nCopies(1_024, 1f));
    Product written = update(longest);
    assertThat(written.getTitle()).isEqualTo(longest.getTitle());
    assertThat(written.getPrice()).isEqualTo(longest.getPrice());
    assertThat(get(longest.getName())).isEqualTo(written);
  }

  @Test
  void aDeletedProductIsGone() {
    update(kettle());
    DeleteProductRequest delete =
        DeleteProductRequest.newBuilder().setName("stores/demo/products/kettle").build();
    stub.deleteProduct(delete);
    assertThat(status(() -> get("stores/demo/products/kettle")).getCode())
        .isEqualTo(Code.NOT_FOUND_VALUE);
    assertThat(status(() -> stub.deleteProduct(delete)).getCode()).isEqualTo(Code.NOT_FOUND_VALUE);
  }

  private ListProductsResponse list(ListProductsRequest.Builder request) {
    return stub.listProducts(request.setParent("stores/demo").build());
  }

  @Test
  void theListIsReadPageByPage() {
    importAll(IntStream.range(0, 7).mapToObj(i -> titled("p" + i, "Cup " + i)).toList());
    assertThat(pages("")).containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6");
    assertThat(pages("cup")).containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4", "p5", "p6");
    assertThat(pages("saucer")).isEmpty();
  }

  private List<String> pages(String query) {
    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      ListProductsResponse page =
          list(ListProductsRequest.newBuilder().setQuery(query).setPageSize(3).setPageToken(token));
      page.getProductsList()
          .forEach(product -> ids.add(ProductName.parse("name", product.getName()).product()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return ids;
  }

  @Test
  void aPageTokenOfAnotherQuestionIsRefused() throws Exception {
    importAll(IntStream.range(0, 7).mapToObj(i -> titled("p" + i, "Cup " + i)).toList());
    String token = list(ListProductsRequest.newBuilder().setPageSize(3)).getNextPageToken();
    assertThat(token).isNotEmpty();
    Status status =
        status(() -> list(ListProductsRequest.newBuilder().setQuery("cup").setPageToken(token)));
    assertThat(field(status)).isEqualTo("page_token");
  }

  @Test
  void listsAndSearchesHaveBounds() throws Exception {
    assertThat(field(status(() -> list(ListProductsRequest.newBuilder().setPageSize(1_001)))))
        .isEqualTo("page_size");
    String tooLong = "x".repeat(501);
    assertThat(field(status(() -> list(ListProductsRequest.newBuilder().setQuery(tooLong)))))
        .isEqualTo("query");
    assertThat(field(status(() -> search(SearchProductsRequest.newBuilder().setQuery(tooLong)))))
        .isEqualTo("query");
    assertThat(field(status(() -> search(SearchProductsRequest.newBuilder().setMinPrice(-1)))))
        .isEqualTo("min_price");
    SearchProductsRequest.Builder backwards =
        SearchProductsRequest.newBuilder().setMinPrice(3).setMaxPrice(2);
    assertThat(field(status(() -> search(backwards)))).isEqualTo("max_price");
    SearchProductsRequest.Builder babble = SearchProductsRequest.newBuilder().setLanguageCode("?");
    assertThat(field(status(() -> search(babble)))).isEqualTo("language_code");
    assertThat(field(status(() -> list(ListProductsRequest.newBuilder().setLanguageCode("?")))))
        .isEqualTo("language_code");
  }

  @Test
  void embeddingsOfAStoreAreAllOfOneLength() throws Exception {
    update(kettle().addEmbedding(1).addEmbedding(2));
    Product.Builder longer =
        kettle().setName("stores/demo/products/cup").addAllEmbedding(List.of(1f, 2f, 3f));
    Status status = status(() -> update(longer));
    assertThat(field(status)).isEqualTo("product.embedding");
    assertThat(status.getMessage())
        .isEqualTo(
            "product.embedding must have as many entries as the store's other embeddings: 2");

    update(kettle().addAllEmbedding(List.of(1f, 2f, 3f)));
    assertThat(update(longer).getEmbeddingList()).containsExactly(1f, 2f, 3f);
    ImportProductsResponse response =
        importAll(List.of(titled("pen", "Pen"), embedded("mug", 1), embedded("jug", 1, 2, 3)));
    assertThat(response.getWrittenCount()).isEqualTo(2);
    assertThat(field(response.getRejections(0).getError())).isEqualTo("product.embedding");
  }

  private static ImportProductsRequest embedded(String id, float... embedding) {
    ImportProductsRequest.Builder request = titled(id, id).toBuilder();
    for (float value : embedding) {
      request.getProductBuilder().addEmbedding(value);
    }
    return request.build();
  }

  @Test
  void aSearchIsInALanguage() {
    update(kettle().setName("stores/demo/products/poison").setTitle("Gift").setLanguageCode("de"));
    update(kettle().setName("stores/demo/products/present").setTitle("Gifts"));
    SearchProductsRequest.Builder gift = SearchProductsRequest.newBuilder().setQuery("gift");
    assertThat(ids(gift)).containsExactlyInAnyOrder("poison", "present");
    assertThat(ids(gift.clone().setLanguageCode("de"))).containsExactly("poison");
    assertThat(
            list(ListProductsRequest.newBuilder().setQuery("gift").setLanguageCode("en"))
                .getProductsList())
        .extracting(Product::getTitle)
        .containsExactly("Gifts");
  }

  private SearchProductsResponse search(SearchProductsRequest.Builder request) {
    return stub.searchProducts(request.setParent("stores/demo").build());
  }

  @Test
  void aSearchTellsHowWellProductsFit() {
    importAll(List.of(titled("a", "Red kettle"), titled("b", "Red cup"), titled("c", "Pen")));
    SearchProductsResponse response = search(SearchProductsRequest.newBuilder().setQuery("kettle"));
    assertThat(response.getTotalSize()).isEqualTo(1);
    assertThat(response.getResultsList())
        .extracting(result -> result.getProduct().getTitle())
        .containsExactly("Red kettle");
    assertThat(response.getResults(0).getScore()).isPositive();
  }

  @Test
  void aSearchFiltersByItsFields() {
    update(kettle());
    update(kettle().setName("stores/demo/products/cheap").setPrice(money(5, 0)));
    update(kettle().setName("stores/demo/products/other").setBrand("Other"));
    update(
        kettle()
            .setName("stores/demo/products/gone")
            .setAvailability(Availability.AVAILABILITY_DISCONTINUED));
    update(kettle().setName("stores/demo/products/hidden").setHidden(true));
    SearchProductsRequest.Builder all = SearchProductsRequest.newBuilder();
    assertThat(ids(all)).containsExactly("cheap", "gone", "kettle", "other");
    assertThat(ids(all.clone().setBrand("Acme"))).containsExactly("cheap", "gone", "kettle");
    assertThat(ids(all.clone().setBrand("acme"))).as("exactly").isEmpty();
    assertThat(ids(all.clone().setCategory("Kettles"))).hasSize(4);
    assertThat(ids(all.clone().setCategory("Kettle"))).isEmpty();
    assertThat(ids(all.clone().setMaxPrice(39.98))).containsExactly("cheap");
    assertThat(ids(all.clone().setMinPrice(39.99))).containsExactly("gone", "kettle", "other");
    assertThat(ids(all.clone().setInStock(true))).containsExactly("cheap", "kettle", "other");
  }

  private List<String> ids(SearchProductsRequest.Builder request) {
    return search(request).getResultsList().stream()
        .map(SearchResult::getProduct)
        .map(product -> ProductName.parse("name", product.getName()).product())
        .toList();
  }

  private static ImportProductsRequest titled(String id, String title) {
    return ImportProductsRequest.newBuilder()
        .setParent("stores/demo")
        .setProduct(Product.newBuilder().setName(id).setTitle(title))
        .build();
  }

  private ImportProductsResponse importAll(List<ImportProductsRequest> requests) {
    CompletableFuture<ImportProductsResponse> answer = new CompletableFuture<>();
    StreamObserver<ImportProductsRequest> stream =
        ProductServiceGrpc.newStub(channel.channel())
            .importProducts(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ImportProductsResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable e) {
                    answer.completeExceptionally(e);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.forEach(stream::onNext);
    stream.onCompleted();
    return answer.join();
  }

  @Test
  void anImportWritesWhatKeepsTheRulesAndTellsWhatDoesNot() throws Exception {
    ImportProductsResponse response =
        importAll(
            List.of(
                titled("cup", "Cup"),
                titled("blank", ""),
                titled("stores/other/products/pen", "Pen"),
                titled("stores/demo/products/pen", "Pen")));
    assertThat(response.getWrittenCount()).isEqualTo(2);
    assertThat(response.getRejectedCount()).isEqualTo(2);
    assertThat(response.getRejections(0).getIndex()).isEqualTo(1);
    assertThat(response.getRejections(0).getName()).isEqualTo("blank");
    assertThat(field(response.getRejections(0).getError())).isEqualTo("product.title");
    assertThat(response.getRejections(1).getIndex()).isEqualTo(2);
    assertThat(field(response.getRejections(1).getError())).isEqualTo("product.name");
    assertThat(catalog.ids("demo")).containsExactly("cup", "pen");
  }

  @Test
  void anImportTellsItsFirstThousandRejectionsAndCountsAll() {
    List<ImportProductsRequest> requests =
        new ArrayList<>(IntStream.range(0, 1_500).mapToObj(i -> titled("p" + i, "")).toList());
    requests.add(titled("cup", "Cup"));
    ImportProductsResponse response = importAll(requests);
    assertThat(response.getWrittenCount()).isEqualTo(1);
    assertThat(response.getRejectedCount()).isEqualTo(1_500);
    assertThat(response.getRejectionsCount()).isEqualTo(1_000);
  }

  @Test
  void aFilterLeavesWhatItMeansAndAWrongOneIsTold() throws Exception {
    ImportProductsResponse _ =
        importAll(List.of(titled("cup", "Cup"), titled("mug", "Mug"), titled("pen", "Pen")));

    ListProductsResponse page =
        list(ListProductsRequest.newBuilder().setFilter("title:u").setPageSize(1));
    assertThat(page.getTotalSize()).isEqualTo(2);
    assertThat(page.getProducts(0).getTitle()).isEqualTo("Cup");
    assertThat(
            list(ListProductsRequest.newBuilder()
                    .setFilter("title:u")
                    .setPageToken(page.getNextPageToken()))
                .getProductsList())
        .extracting(Product::getTitle)
        .containsExactly("Mug");
    assertThat(
            stub.searchProducts(
                    SearchProductsRequest.newBuilder()
                        .setParent("stores/demo")
                        .setFilter("NOT id = cup AND title:u")
                        .build())
                .getResultsList())
        .extracting(result -> result.getProduct().getTitle())
        .containsExactly("Mug");
    Status wrong = status(() -> list(ListProductsRequest.newBuilder().setFilter("price < cheap")));
    assertThat(field(wrong)).isEqualTo("filter");
    assertThat(wrong.getMessage())
        .isEqualTo("filter must have a number such as 12.5 at character 9");
  }

  @Test
  void anImportNeedsAStore() throws Exception {
    ImportProductsRequest homeless = titled("cup", "Cup").toBuilder().clearParent().build();
    assertThat(field(status(() -> importAll(List.of(homeless))))).isEqualTo("parent");
  }

  @Test
  void anEmptyImportWritesNothing() {
    assertThat(importAll(List.of())).isEqualTo(ImportProductsResponse.getDefaultInstance());
    assertThat(catalog.stores()).isEmpty();
  }

  @Test
  void anImportIsNotBoundedByItsLength() {
    int count = 5_001;
    List<ImportProductsRequest> requests =
        IntStream.range(0, count).mapToObj(i -> titled("p" + i, "Cup " + i)).toList();
    assertThat(importAll(requests).getWrittenCount()).isEqualTo(count);
    assertThat(list(ListProductsRequest.newBuilder().setPageSize(1)).getTotalSize())
        .isEqualTo(count);
    assertThat(importAll(requests).getWrittenCount()).as("again").isEqualTo(count);
    assertThat(list(ListProductsRequest.newBuilder().setPageSize(1)).getTotalSize())
        .isEqualTo(count);
  }
}
