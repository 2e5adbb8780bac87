package io.shelfwise.recommend.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.Status;
import com.google.type.Money;
import io.shelfwise.product.v1.DeleteProductRequest;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.Product;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One product after the other. */
class ProductEndpointTest extends ServedCatalog {
  @Test
  void whatWasWrittenIsAnsweredWhole() {
    Product expected = kettle().setUpdateTime(seconds(NOW)).setCreateTime(seconds(NOW)).build();
    assertThat(update(kettle())).isEqualTo(expected);
    assertThat(get("stores/demo/products/kettle")).isEqualTo(expected);
  }

  private static Timestamp seconds(Instant time) {
    return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
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
            .setUpdateTime(seconds(NOW))
            .setCreateTime(seconds(NOW))
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
}
