package io.shelfwise.recommend.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Any;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import com.google.type.Money;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.shelfwise.product.v1.GetProductRequest;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.Product.Availability;
import io.shelfwise.product.v1.ProductServiceGrpc;
import io.shelfwise.product.v1.ProductServiceGrpc.ProductServiceBlockingStub;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint over an empty catalogue, as its callers see it. */
abstract class ServedCatalog {
  static final Instant NOW = Instant.parse("2011-12-09T12:50:00Z");

  @TempDir Path folder;
  Catalog catalog;
  private LuceneSimilarProducts similar;
  private RpcServer server;
  private RpcChannel channel;
  ProductServiceBlockingStub stub;

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

  static Product.Builder kettle() {
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

  static Money money(long units, int nanos) {
    return Money.newBuilder().setCurrencyCode("EUR").setUnits(units).setNanos(nanos).build();
  }

  Product update(Product.Builder product, String... paths) {
    return stub.updateProduct(
        UpdateProductRequest.newBuilder()
            .setProduct(product)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
            .build());
  }

  Product get(String name) {
    return stub.getProduct(GetProductRequest.newBuilder().setName(name).build());
  }

  static Status status(ThrowingCallable call) {
    return Objects.requireNonNull(StatusProto.fromThrowable(catchThrowable(call)));
  }

  static String field(Status status) throws InvalidProtocolBufferException {
    assertThat(status.getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
    Any detail = status.getDetails(0);
    return detail.unpack(ErrorInfo.class).getMetadataOrThrow("field");
  }

  ListProductsResponse list(ListProductsRequest.Builder request) {
    return stub.listProducts(request.setParent("stores/demo").build());
  }

  static ImportProductsRequest titled(String id, String title) {
    return ImportProductsRequest.newBuilder()
        .setParent("stores/demo")
        .setProduct(Product.newBuilder().setName(id).setTitle(title))
        .build();
  }

  ImportProductsResponse importAll(List<ImportProductsRequest> requests) {
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
}
