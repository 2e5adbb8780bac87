package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreDirectoryTest {
  @ParameterizedTest
  @ValueSource(strings = {"demo", "Demo", "..", ".", "a:b", "a.b", "-", "0", "shop_1-eu"})
  void aNameIsPlainAndLeadsBackToItsStore(String store) {
    String name = StoreDirectory.nameOf(store);
    assertThat(name).matches("=?[a-z0-9_-]+");
    assertThat(StoreDirectory.storeOf(name)).isEqualTo(store);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", ":", "z."})
  void theLongestIdFitsAFileSystem(String unit) {
    String store = unit.repeat(128 / unit.length());
    String name = StoreDirectory.nameOf(store);
    assertThat(name.length()).isLessThanOrEqualTo(255);
    assertThat(StoreDirectory.storeOf(name)).isEqualTo(store);
  }
}
