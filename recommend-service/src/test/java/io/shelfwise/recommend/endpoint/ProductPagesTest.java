package io.shelfwise.recommend.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Status;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.Product.Availability;
import io.shelfwise.product.v1.SearchProductsRequest;
import io.shelfwise.product.v1.SearchProductsResponse;
import io.shelfwise.product.v1.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists and searches. */
class ProductPagesTest extends ServedCatalog {
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

  private SearchProductsResponse search(SearchProductsRequest.Builder request) {
    return stub.searchProducts(request.setParent("stores/demo").build());
  }

  private List<String> ids(SearchProductsRequest.Builder request) {
    return search(request).getResultsList().stream()
        .map(SearchResult::getProduct)
        .map(product -> ProductName.parse("name", product.getName()).product())
        .toList();
  }
}
