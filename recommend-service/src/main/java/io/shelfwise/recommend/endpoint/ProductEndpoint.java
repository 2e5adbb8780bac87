package io.shelfwise.recommend.endpoint;

import static io.shelfwise.rpc.Replies.reply;

import com.google.protobuf.Empty;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.shelfwise.product.v1.DeleteProductRequest;
import io.shelfwise.product.v1.GetProductRequest;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductServiceGrpc.ProductServiceImplBase;
import io.shelfwise.product.v1.SearchProductsRequest;
import io.shelfwise.product.v1.SearchProductsResponse;
import io.shelfwise.product.v1.UpdateProductRequest;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.content.CategoryPredictor;
import io.shelfwise.rpc.ApiException;
import java.time.InstantSource;

/** Serves the catalogue. */
public final class ProductEndpoint extends ProductServiceImplBase {
  private final Catalog catalog;
  private final ProductPages pages;
  private final CategoryPredictor predictor;
  private final InstantSource clock;

  /**
   * Serves a catalogue.
   *
   * @param predictor what says where products without categories belong
   * @param clock what products are told to be written at
   */
  public ProductEndpoint(Catalog catalog, CategoryPredictor predictor, InstantSource clock) {
    this.catalog = catalog;
    this.pages = new ProductPages(catalog, predictor);
    this.predictor = predictor;
    this.clock = clock;
  }

  @Override
  public void getProduct(GetProductRequest request, StreamObserver<Product> observer) {
    reply(observer, () -> get(ProductName.parse("name", request.getName())));
  }

  @Override
  public void listProducts(
      ListProductsRequest request, StreamObserver<ListProductsResponse> observer) {
    reply(observer, () -> pages.list(request));
  }

  @Override
  public void searchProducts(
      SearchProductsRequest request, StreamObserver<SearchProductsResponse> observer) {
    reply(observer, () -> pages.search(request));
  }

  @Override
  public void updateProduct(UpdateProductRequest request, StreamObserver<Product> observer) {
    reply(observer, () -> update(ProductChange.of(request)));
  }

  @Override
  public void deleteProduct(DeleteProductRequest request, StreamObserver<Empty> observer) {
    reply(observer, () -> delete(ProductName.parse("name", request.getName())));
  }

  @Override
  public StreamObserver<ImportProductsRequest> importProducts(
      StreamObserver<ImportProductsResponse> observer) {
    return ProductImport.open(
        catalog, clock, (ServerCallStreamObserver<ImportProductsResponse>) observer);
  }

  private Product get(ProductName name) {
    return catalog
        .get(name.store(), name.product())
        .map(ToldProducts.of(predictor, name.store())::product)
        .orElseThrow(() -> ApiException.notFound(name.toString()));
  }

  private Product update(ProductChange change) {
    ProductName name = change.name();
    return ProductMapping.toProto(
        name.store(),
        catalog.update(
            name.store(),
            name.product(),
            before ->
                change.apply(
                    before,
                    catalog.embeddingLength(name.store(), name.product()),
                    clock.instant())));
  }

  private Empty delete(ProductName name) {
    if (!catalog.delete(name.store(), name.product())) {
      throw ApiException.notFound(name.toString());
    }
    return Empty.getDefaultInstance();
  }
}
