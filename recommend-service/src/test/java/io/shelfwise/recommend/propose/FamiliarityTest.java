package io.shelfwise.recommend.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.store.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FamiliarityTest {
  private static final Map<String, String> CATEGORIES =
      Map.of("cup", "Kitchen", "pan", "Kitchen", "rake", "Garden", "thing", "", "gadget", "");

  private static final Map<String, String> SUPPOSED = Map.of("gadget", "Garden");

  private final StoreInteractions interactions =
      new StoreInteractions(new StoreInteractions.Reach(10, 100));

  private Familiarity familiarity() {
    Taste history = interactions.taste("ann", InterestWeights.USUAL);
    Shelf shelf = new Shelf("shop", new SmallShop(), interactions.products());
    return Familiarity.of(
        history, new Categories(shelf, id -> Optional.ofNullable(SUPPOSED.get(id))));
  }

  private void did(Kind kind, String product) {
    interactions.add(new Interaction("ann", product, kind, 0, 1));
  }

  @Test
  void itIsTheShareOfTheInterestThatWasShown() {
    did(Kind.PURCHASE, "cup");
    did(Kind.CART_ADDITION, "pan");
    did(Kind.VIEW, "rake");
    InterestWeights usual = InterestWeights.USUAL;
    double kitchen = usual.purchase() + usual.cart();

    assertThat(familiarity().byCategory().get("Kitchen"))
        .isCloseTo(kitchen / (kitchen + usual.view()), within(1e-6));
    assertThat(familiarity().byCategory()).doesNotContainKey("Toys");
  }

  @Test
  void aProductWithoutCategoryOrOutsideTheCatalogueTellsNothing() {
    did(Kind.PURCHASE, "rake");
    did(Kind.PURCHASE, "thing");
    did(Kind.PURCHASE, "withdrawn");

    assertThat(familiarity().byCategory()).containsEntry("Garden", 1.0);
    assertThat(familiarity().byCategory()).doesNotContainKey("");
  }

  @Test
  void aProductWithoutCategoryCountsWhereItIsThoughtToBelong() {
    did(Kind.PURCHASE, "cup");
    did(Kind.PURCHASE, "gadget");

    assertThat(familiarity().byCategory().get("Garden")).isCloseTo(1.0 / 2, within(1e-6));
  }

  @Test
  void ofAStrangerNothingIsKnown() {
    assertThat(familiarity().byCategory()).isEmpty();
    did(Kind.PURCHASE, "withdrawn");
    assertThat(familiarity().byCategory()).isEmpty();
  }

  @Test
  void whatTheCustomerFoundBadIsNoInterest() {
    interactions.add(new Interaction("ann", "rake", Kind.PURCHASE, 0, 1));
    interactions.add(new Interaction("ann", "rake", Kind.RATING, 1, 1));
    did(Kind.PURCHASE, "cup");

    assertThat(familiarity().byCategory()).doesNotContainKey("Garden");
    assertThat(familiarity().byCategory()).containsEntry("Kitchen", 1.0);
  }

  /** A catalogue of five products. */
  private record SmallShop() implements ShownProducts {
    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      return Optional.ofNullable(CATEGORIES.get(productId))
          .map(category -> new ShownProduct(productId, productId, "", 0, 0, category, "", true));
    }

    @Override
    public List<String> ids(String store) {
      return CATEGORIES.keySet().stream().sorted().toList();
    }

    @Override
    public long version(String store) {
      return 1;
    }
  }
}
