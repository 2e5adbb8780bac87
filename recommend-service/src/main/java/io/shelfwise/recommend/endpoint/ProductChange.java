package io.shelfwise.recommend.endpoint;

import com.google.protobuf.FieldMask;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.FieldMaskUtil.MergeOptions;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.UpdateProductRequest;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.rpc.ApiException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a request changes in a product: the fields of its mask, or all of them.
 *
 * @param name the product
 * @param product the new values
 * @param mask which of them to write; empty: all
 */
record ProductChange(ProductName name, Product product, FieldMask mask) {
  private static final String EVERYTHING = "*";

  /** What the mask names is as the request has it, empty lists and default values too. */
  private static final MergeOptions REPLACE =
      new MergeOptions()
          .setReplaceMessageFields(true)
          .setReplacePrimitiveFields(true)
          .setReplaceRepeatedFields(true);

  static ProductChange of(UpdateProductRequest request) {
    for (String path : request.getUpdateMask().getPathsList()) {
      if (!path.equals(EVERYTHING) && !FieldMaskUtil.isValid(Product.class, path)) {
        throw ApiException.invalid("update_mask", "name fields of a product: " + path);
      }
    }
    return new ProductChange(
        ProductName.parse("product.name", request.getProduct().getName()),
        request.getProduct(),
        request.getUpdateMask());
  }

  /**
   * The product as it will be, given what is there of it.
   *
   * @param embeddings how long the embeddings of the store's other products are, if there are any
   */
  CatalogProduct apply(Optional<CatalogProduct> before, OptionalInt embeddings, Instant now) {
    Product changed = isWhole() ? product : merged(before);
    ProductRules.check(changed);
    ProductRules.checkEmbeddingLength(changed, embeddings);
    return ProductMapping.toCatalog(name.product(), changed, now);
  }

  private boolean isWhole() {
    return mask.getPathsCount() == 0 || mask.getPathsList().contains(EVERYTHING);
  }

  private Product merged(Optional<CatalogProduct> before) {
    Product.Builder merged =
        before
            .map(product -> ProductMapping.toProto(name.store(), product))
            .orElseGet(Product::getDefaultInstance)
            .toBuilder();
    FieldMaskUtil.merge(mask, product, merged, REPLACE);
    return merged.build();
  }
}
