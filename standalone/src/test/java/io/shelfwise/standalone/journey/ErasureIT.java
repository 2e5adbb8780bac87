package io.shelfwise.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.product.v1.Product;
import io.shelfwise.recommendation.v1.RecommendResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer who is erased leaves all services, through the log that they follow. */
class ErasureIT {
  private static final String STORE = "/v1/stores/demo";

  private static OneProcess site;
  private static Storefront storefront;

  @BeforeAll
  static void open() throws IOException {
    site = new OneProcess(Files.createTempDirectory(Path.of("target"), "erasure"));
    storefront = new Storefront(site.rest());
    Eventually.get(() -> storefront.get("/health"), health -> health.statusCode() == 200);
  }

  @AfterAll
  static void close() {
    storefront.close();
    site.close();
  }

  @Test
  void whoIsErasedIsKnownToNoService() {
    for (String id : List.of("lamp", "vase")) {
      String product = Storefront.json(Product.newBuilder().setTitle(id));
      assertThat(storefront.patch(STORE + "/products/" + id, product).statusCode()).isEqualTo(200);
    }
    storefront.write(order("ann-1", "ann", "lamp"), order("bob-1", "bob", "vase"));
    storefront.write(view("ann-2", "ann", "vase"));
    Eventually.get(() -> storefront.value("ann"), value -> value.getOrderCount() == 1);
    Eventually.get(() -> viewed("ann"), answer -> answer.getRecommendationsCount() == 1);

    assertThat(storefront.delete(STORE + "/customers/ann").statusCode()).isEqualTo(200);

    assertThat(storefront.get(STORE + "/customers/ann").statusCode()).isEqualTo(404);
    assertThat(storefront.get(STORE + "/customers/ann/events").statusCode()).isEqualTo(404);
    assertThat(storefront.delete(STORE + "/customers/ann").statusCode()).isEqualTo(404);
    Eventually.get(
        () -> storefront.get(STORE + "/customers/ann/value").statusCode(), code -> code == 404);
    Eventually.get(() -> viewed("ann"), answer -> answer.getRecommendationsCount() == 0);
    Eventually.get(() -> storefront.value("bob"), value -> value.getContributionRate() == 1);
  }

  private static RecommendResponse viewed(String customer) {
    return storefront.recommend(
        "/customers/" + customer + "/recommendations?placement=recently-viewed");
  }

  private static Event order(String id, String customer, String product) {
    return Event.newBuilder()
        .setId(id)
        .setCustomer(customer)
        .setPurchase(
            Purchase.newBuilder()
                .setOrder(id)
                .addLines(
                    LineItem.newBuilder()
                        .setProduct(product)
                        .setUnitPrice(Money.newBuilder().setCurrencyCode("EUR").setUnits(5))))
        .build();
  }

  private static Event view(String id, String customer, String product) {
    return Event.newBuilder()
        .setId(id)
        .setCustomer(customer)
        .setProductView(ProductView.newBuilder().setProduct(product))
        .build();
  }
}
