package io.shelfwise.recommend.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductRejection;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Embedding;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.Replies;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One stream of products that is being taken in.
 *
 * <p>Products gather in a chunk, bounded in number and in bytes, and are written when it is full;
 * the sender is asked for more only as fast as that goes on. So an import of any length takes the
 * room of one chunk.
 */
final class ProductImport implements StreamObserver<ImportProductsRequest> {
  private static final int CHUNK_PRODUCTS = 2_000;
  private static final int CHUNK_BYTES = 8 << 20;
  private static final int MOST_REJECTIONS = 1_000;
  private static final int LONGEST_NAME_TOLD = 300;

  /** How many messages may be on the way: few, since each may be as large as a message can be. */
  private static final int WINDOW = 4;

  private final Catalog catalog;
  private final InstantSource clock;
  private final ServerCallStreamObserver<ImportProductsResponse> observer;
  private final ImportProductsResponse.Builder response = ImportProductsResponse.newBuilder();
  private final List<CatalogProduct> chunk = new ArrayList<>();
  private int chunkBytes;
  private String parent = "";
  private String store = "";
  private long received;
  private boolean ended;

  private ProductImport(
      Catalog catalog,
      InstantSource clock,
      ServerCallStreamObserver<ImportProductsResponse> observer) {
    this.catalog = catalog;
    this.clock = clock;
    this.observer = observer;
  }

  static ProductImport open(
      Catalog catalog,
      InstantSource clock,
      ServerCallStreamObserver<ImportProductsResponse> observer) {
    observer.disableAutoRequest();
    observer.request(WINDOW);
    return new ProductImport(catalog, clock, observer);
  }

  @Override
  public void onNext(ImportProductsRequest request) {
    unlessEnded(
        () -> {
          take(request);
          observer.request(1);
        });
  }

  /**
   * The sender has gone. What was written stays, and is replaced by itself when it is sent again.
   */
  @Override
  public void onError(Throwable cause) {
    ended = true;
  }

  @Override
  public void onCompleted() {
    unlessEnded(
        () -> {
          writeChunk();
          observer.onNext(response.build());
          observer.onCompleted();
        });
  }

  private void take(ImportProductsRequest request) {
    if (received == 0) {
      parent = request.getParent();
      store = ProductName.storeOf(parent);
    } else if (!request.getParent().isEmpty() && !request.getParent().equals(parent)) {
      throw ApiException.invalid("parent", "be that of the first message, or empty");
    }
    long index = received++;
    Product product = request.getProduct();
    try {
      ProductName name = ProductName.parseIn(store, "product.name", product.getName());
      ProductRules.check(product);
      if (product.getEmbeddingCount() > 0) {
        ProductRules.checkEmbeddingLength(product, embeddingLength(name.product()));
      }
      chunk.add(ProductMapping.toCatalog(name.product(), product, clock.instant()));
    } catch (ApiException e) {
      reject(index, product.getName(), e);
      return;
    }
    chunkBytes += product.getSerializedSize();
    if (chunk.size() >= CHUNK_PRODUCTS || chunkBytes >= CHUNK_BYTES) {
      writeChunk();
    }
  }

  /** How long the embeddings are that a product's must be like: in the chunk, else in the store. */
  private OptionalInt embeddingLength(String id) {
    OptionalInt inChunk =
        chunk.stream()
            .filter(earlier -> !earlier.id().equals(id))
            .flatMap(earlier -> earlier.embedding().stream())
            .mapToInt(Embedding::length)
            .findFirst();
    return inChunk.isPresent() ? inChunk : catalog.embeddingLength(store, id);
  }

  private void reject(long index, String name, ApiException broken) {
    response.setRejectedCount(response.getRejectedCount() + 1);
    if (response.getRejectionsCount() < MOST_REJECTIONS) {
      response.addRejections(
          ProductRejection.newBuilder()
              .setIndex(index)
              .setName(name.substring(0, Math.min(name.length(), LONGEST_NAME_TOLD)))
              .setError(broken.status()));
    }
  }

  private void writeChunk() {
    if (!chunk.isEmpty()) {
      catalog.write(store, chunk);
      response.setWrittenCount(response.getWrittenCount() + chunk.size());
      chunk.clear();
      chunkBytes = 0;
    }
  }

  private void unlessEnded(Runnable step) {
    if (ended) {
      return;
    }
    try {
      step.run();
    } catch (RuntimeException e) {
      ended = true;
      observer.onError(Replies.translate(e));
    }
  }
}
