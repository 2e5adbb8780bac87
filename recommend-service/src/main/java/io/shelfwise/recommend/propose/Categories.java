package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.store.Shelf;
import io.shelfwise.recommend.store.Store;
import java.util.Optional;
import java.util.function.Function;

/**
 * By which category each product counts: the widest that the shop gives it, or, if it gives none,
 * the one that it is thought to belong to.
 */
public final class Categories {
  private final Shelf shelf;
  private final Function<String, Optional<String>> supposed;

  /**
   * The categories of what is on a shelf.
   *
   * @param supposed the category that a product without one is thought to belong to, by its id
   */
  Categories(Shelf shelf, Function<String, Optional<String>> supposed) {
    this.shelf = shelf;
    this.supposed = supposed;
  }

  /** Those of a store. */
  static Categories of(Store store) {
    return new Categories(store.shelf(), store.content().categories()::of);
  }

  /**
   * A category.
   *
   * @param name empty if the product counts by none
   * @param supposed whether it is not the shop's
   */
  public record Category(String name, boolean supposed) {
    private static final Category NONE = new Category("", false);
  }

  /** That of a product; one that is not in the catalogue any more has none. */
  public Category of(int product) {
    return shelf.shown(product).map(this::of).orElse(Category.NONE);
  }

  /** That of a product, of which this is shown. */
  public Category of(ShownProduct shown) {
    return shown.category().isEmpty()
        ? supposed.apply(shown.id()).map(name -> new Category(name, true)).orElse(Category.NONE)
        : new Category(shown.category(), false);
  }
}
