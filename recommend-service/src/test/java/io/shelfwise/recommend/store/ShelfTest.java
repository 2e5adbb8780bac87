package io.shelfwise.recommend.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.interactions.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private final OneStore catalog = new OneStore();
  private final Dictionary products = new Dictionary();
  private final Shelf shelf = new Shelf("demo", catalog, products);

  /** A catalogue that counts how often it is asked. */
  private static final class OneStore implements ShownProducts {
    private final Map<String, ShownProduct> shown = new ConcurrentHashMap<>();
    private long version;
    private int asked;

    void put(String id, boolean showable) {
      shown.put(id, new ShownProduct(id, "Title of " + id, "EUR", 1_000_000, 0, "", "", showable));
      version++;
    }

    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      asked++;
      return Optional.ofNullable(shown.get(productId));
    }

    @Override
    public List<String> ids(String store) {
      return shown.keySet().stream().sorted().toList();
    }

    @Override
    public long version(String store) {
      return version;
    }
  }

  @Test
  void theCatalogueIsAskedOnceUntilItChanges() {
    catalog.put("kettle", true);
    int kettle = products.number("kettle");
    assertThat(shelf.showable().test(kettle)).isTrue();
    assertThat(shelf.showable().test(kettle)).isTrue();
    assertThat(catalog.asked).isEqualTo(1);

    catalog.put("kettle", false);
    assertThat(shelf.showable().test(kettle)).isFalse();
    assertThat(catalog.asked).isEqualTo(2);
  }

  @Test
  void whatIsNotInTheCatalogueIsNotShownUntilItIs() {
    int teapot = products.number("teapot");
    assertThat(shelf.shown(teapot)).isEmpty();
    catalog.put("teapot", true);
    assertThat(shelf.shown(teapot)).map(ShownProduct::title).contains("Title of teapot");
  }

  @Test
  void itGrowsWithTheNumbers() {
    for (int i = 0; i < 1000; i++) {
      catalog.put("p" + i, i % 2 == 0);
      assertThat(shelf.showable().test(products.number("p" + i))).isEqualTo(i % 2 == 0);
    }
    assertThat(shelf.showable().test(0)).isTrue();
    assertThat(shelf.showable().test(1)).isFalse();
  }
}
