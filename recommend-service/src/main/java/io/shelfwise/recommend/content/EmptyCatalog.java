package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import java.util.List;
import java.util.Optional;

/** The catalogue of a shop that tells nothing of its products. */
public final class EmptyCatalog implements ShownProducts, SimilarProducts {
  @Override
  public Optional<ShownProduct> shown(String store, String productId) {
    return Optional.empty();
  }

  @Override
  public List<String> ids(String store) {
    return List.of();
  }

  @Override
  public long version(String store) {
    return 0;
  }

  @Override
  public List<Similar> to(String store, String productId, int count, long deadline) {
    return List.of();
  }

  @Override
  public void learn(String store) {}

  @Override
  public void warm(String store, List<String> productIds) {}
}
