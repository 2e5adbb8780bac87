package io.shelfwise.value.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.history.Shop;
import io.shelfwise.value.lifecycle.LifecycleRule.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StageChangesTest {
  private static final Lifecycle LIFECYCLE =
      new Lifecycle(
          new LifecycleRule(
              4, 1, 30, new Thresholds(2.5, 0.5, 0.6), new Thresholds(6, 0.2, 0.9), 3),
          new StoreRhythm(OptionalDouble.of(10)),
          Optional.empty());

  private final Shop shop =
      new Shop().buys("bob", 0, 1).buys("ann", 0, 1).buys("cem", 40, 1).until(90);

  @Test
  void tellsTheLatestFirst() {
    assertThat(StageChanges.of(shop.store(), LIFECYCLE, 20, 70, _ -> true, 9))
        .extracting(
            entry -> entry.customer() + " " + entry.change().to() + " " + entry.change().day())
        .containsExactly(
            "cem AT_RISK 65",
            "ann CHURNED 60",
            "bob CHURNED 60",
            "cem ACQUISITION 40",
            "ann AT_RISK 25",
            "bob AT_RISK 25");
  }

  @Test
  void tellsNoMoreThanWasAskedFor() {
    List<StageChanges.OfCustomer> all =
        StageChanges.of(shop.store(), LIFECYCLE, 20, 70, _ -> true, 9);

    assertThat(StageChanges.of(shop.store(), LIFECYCLE, 20, 70, _ -> true, 2))
        .isEqualTo(all.subList(0, 2));
    assertThat(StageChanges.of(shop.store(), LIFECYCLE, 20, 70, _ -> true, 5))
        .isEqualTo(all.subList(0, 5));
    assertThat(StageChanges.of(shop.store(), LIFECYCLE, 26, 39, _ -> true, 9)).isEmpty();
  }

  @Test
  void countsOnlyWhatIsWanted() {
    assertThat(
            StageChanges.of(
                shop.store(),
                LIFECYCLE,
                20,
                70,
                entry -> entry.change().to() == Stage.ACQUISITION,
                1))
        .extracting(StageChanges.OfCustomer::customer)
        .containsExactly("cem");
  }
}
