package io.shelfwise.recommend.endpoint;

import io.shelfwise.product.v1.PredictedCategory;
import io.shelfwise.product.v1.Product;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.content.CategoryPredictor;
import java.time.Duration;

/**
 * Products as they are read: where one has no categories, with those that it is thought to belong
 * to. A page of many such products tells as many as can be predicted in the time there is.
 */
final class ToldProducts {
  private static final long PATIENCE_NANOS = Duration.ofMillis(100).toNanos();

  private final CategoryPredictor predictor;
  private final String store;
  private final long deadline;

  private ToldProducts(CategoryPredictor predictor, String store, long deadline) {
    this.predictor = predictor;
    this.store = store;
    this.deadline = deadline;
  }

  /** For one answer, from now on. */
  static ToldProducts of(CategoryPredictor predictor, String store) {
    return new ToldProducts(predictor, store, System.nanoTime() + PATIENCE_NANOS);
  }

  Product product(CatalogProduct product) {
    Product told = ProductMapping.toProto(store, product);
    if (told.getCategoriesCount() > 0) {
      return told;
    }
    return predictor
        .predict(store, product.id(), deadline)
        .map(
            it ->
                told.toBuilder()
                    .setPredictedCategory(
                        PredictedCategory.newBuilder()
                            .addAllPath(it.path())
                            .setConfidence(it.confidence()))
                    .build())
        .orElse(told);
  }
}
