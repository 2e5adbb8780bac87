package io.shelfwise.value.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductServiceGrpc.ProductServiceImplBase;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.value.features.ProductFacts.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreCatalogsTest {
  private final String target = "in-process:products-" + UUID.randomUUID();
  private final FakeProducts products = new FakeProducts();
  private RpcServer server;
  private RpcChannel channel;

  @BeforeEach
  void start() {
    server =
        RpcServer.start(
            RpcServer.Settings.of("products", target, Optional.empty(), Duration.ZERO, products));
    channel = RpcChannel.open(target, Optional.empty(), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    channel.close();
    server.close();
  }

  @Test
  void readsAllPages() {
    StoreCatalogs catalogs = new StoreCatalogs(channel.channel(), Duration.ofMinutes(10));
    assertThat(catalogs.of("demo").of("cup-1")).isEmpty();
    assertThat(catalogs.knows("demo")).isFalse();

    catalogs.refresh(List.of("demo"));

    assertThat(catalogs.knows("demo")).isTrue();
    assertThat(catalogs.of("demo").of("cup-1")).hasValue(new Facts("Kitchen", "Clay"));
    assertThat(catalogs.of("demo").of("cup-2500")).hasValue(new Facts("Kitchen", "Clay"));
    assertThat(catalogs.of("demo").of("bare")).hasValue(new Facts("", ""));
    assertThat(catalogs.of("other").of("cup-1")).isEmpty();
    assertThat(products.asked).containsExactly("", "1", "2");
  }

  @Test
  void doesNotReadAgainBeforeItIsTime() {
    StoreCatalogs catalogs = new StoreCatalogs(channel.channel(), Duration.ofMinutes(10));
    catalogs.refresh(List.of("demo"));
    int asked = products.asked.size();

    catalogs.refresh(List.of("demo"));

    assertThat(products.asked).hasSize(asked);
  }

  @Test
  void whatCannotBeReadStaysAsItWas() {
    StoreCatalogs catalogs = new StoreCatalogs(channel.channel(), Duration.ZERO);
    catalogs.refresh(List.of("demo"));
    products.isAway = true;

    catalogs.refresh(List.of("demo", "other"));

    assertThat(catalogs.of("demo").of("cup-1")).isPresent();
    assertThat(catalogs.knows("other")).isFalse();
  }

  /** Three pages of cups, and a product of which nothing is said. */
  private static final class FakeProducts extends ProductServiceImplBase {
    private final List<String> asked = new ArrayList<>();
    private volatile boolean isAway;

    @Override
    public void listProducts(
        ListProductsRequest request, StreamObserver<ListProductsResponse> observer) {
      if (isAway) {
        observer.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
      asked.add(request.getPageToken());
      int page = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
      ListProductsResponse.Builder response = ListProductsResponse.newBuilder();
      for (int i = 1; i <= request.getPageSize(); i++) {
        response.addProducts(
            Product.newBuilder()
                .setName(
                    request.getParent() + "/products/cup-" + (page * request.getPageSize() + i))
                .setBrand("Clay")
                .addCategories("Kitchen")
                .addCategories("Cups"));
      }
      if (page < 2) {
        response.setNextPageToken(Integer.toString(page + 1));
      } else {
        response.addProducts(Product.newBuilder().setName(request.getParent() + "/products/bare"));
      }
      observer.onNext(response.build());
      observer.onCompleted();
    }
  }
}
