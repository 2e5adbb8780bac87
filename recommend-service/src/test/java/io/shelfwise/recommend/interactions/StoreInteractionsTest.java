package io.shelfwise.recommend.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreInteractionsTest {
  private static final int DAY = 24 * 60;

  private final StoreInteractions store =
      new StoreInteractions(new StoreInteractions.Reach(3, 100));

  @Test
  void theNewestProductSpeaksFirst() {
    add("cup", Kind.PURCHASE, 1 * DAY, 1);
    add("plate", Kind.VIEW, 3 * DAY, 1);
    add("spoon", Kind.CART_ADDITION, 2 * DAY, 1);

    Taste taste = taste();

    assertThat(taste.size()).isEqualTo(3);
    assertThat(id(taste, 0)).isEqualTo("plate");
    assertThat(id(taste, 1)).isEqualTo("spoon");
    assertThat(id(taste, 2)).isEqualTo("cup");
    assertThat(taste.age(2)).isEqualTo(2);
    assertThat(taste.interest(0)).isEqualTo((double) (float) 0.1);
    assertThat(taste.interest(1)).isEqualTo(0.5);
    assertThat(taste.interest(2)).isEqualTo(1);
  }

  @Test
  void whatIsDoneAgainComesToTheFrontAndIsOneEntry() {
    add("cup", Kind.VIEW, 1, 1);
    add("plate", Kind.VIEW, 2, 1);
    add("cup", Kind.PURCHASE, 3, 1);
    add("cup", Kind.PURCHASE, 4, 1);

    assertThat(taste().size()).isEqualTo(2);
    assertThat(id(taste(), 0)).isEqualTo("cup");
    assertThat(taste().orders(0)).isEqualTo(2);
  }

  @Test
  void theOldestProductIsForgottenWhenThereIsNoRoom() {
    add("cup", Kind.VIEW, 1, 1);
    add("plate", Kind.VIEW, 2, 1);
    add("spoon", Kind.VIEW, 3, 1);
    add("fork", Kind.VIEW, 4, 1);

    assertThat(taste().size()).isEqualTo(3);
    assertThat(id(taste(), 2)).isEqualTo("plate");
  }

  @Test
  void whatWasBoughtOrRatedIsNotForgottenForWhatIsOnlyLookedAt() {
    add("cup", Kind.PURCHASE, 1, 1);
    add("plate", Kind.RATING, 2, 1);
    for (int minute = 3; minute < 20; minute++) {
      add("seen-" + minute, Kind.VIEW, minute, 1);
    }

    assertThat(taste().size()).isEqualTo(3);
    assertThat(id(taste(), 0)).isEqualTo("seen-19");
    assertThat(taste().bad(1)).isTrue();
    assertThat(id(taste(), 2)).isEqualTo("cup");
    assertThat(taste().orders(2)).isEqualTo(1);
  }

  @Test
  void whatWasBroughtBackSpeaksAgainstAndWasBought() {
    add("cup", Kind.PURCHASE, 1, 2);
    add("cup", Kind.RETURN, 2, 1);
    assertThat(taste().interest(0)).isEqualTo(1);

    add("cup", Kind.RETURN, 3, 1);
    assertThat(taste().interest(0)).isEqualTo(-0.5);
    assertThat(taste().orders(0)).isEqualTo(1);

    add("cup", Kind.RATING, 4, 5);
    assertThat(taste().interest(0)).isEqualTo(1);
  }

  @Test
  void aBadRatingSpeaksAgainstAndAGoodOnePraises() {
    add("cup", Kind.PURCHASE, 1, 1);
    add("cup", Kind.RATING, 2, 1);
    add("plate", Kind.RATING, 3, 5);

    assertThat(taste().interest(0)).isEqualTo(1);
    assertThat(taste().interest(1)).isEqualTo(-0.5);
    assertThat(taste().bad(1)).isTrue();
    assertThat(taste().stars(0)).isEqualTo(5);
    assertThat(taste().stars(1)).isEqualTo(1);
  }

  @Test
  void aCartThatIsEmptiedAgainShowsNoInterest() {
    add("cup", Kind.CART_ADDITION, 1, 1);
    add("cup", Kind.CART_REMOVAL, 2, 1);

    assertThat(taste().interest(0)).isZero();
  }

  @Test
  void theLastPurchaseIsTold() {
    assertThat(add("cup", Kind.PURCHASE, 5, 1)).isEqualTo(StoreInteractions.NEVER);
    assertThat(add("cup", Kind.VIEW, 6, 1)).isEqualTo(5);
    assertThat(add("cup", Kind.PURCHASE, 7, 1)).isEqualTo(5);
    assertThat(add("cup", Kind.PURCHASE, 8, 1)).isEqualTo(7);
  }

  @Test
  void modelsLearnFromWhatIsOfEnoughInterest() {
    store.add(new Interaction("ann", "cup", Kind.PURCHASE, 1, 1));
    store.add(new Interaction("ann", "plate", Kind.VIEW, 1, 1));
    store.add(new Interaction("bob", "plate", Kind.VIEW, 1, 1));
    store.add(new Interaction("eve", "spoon", Kind.CART_ADDITION, 1, 1));

    Interests interests = store.trainingData(InterestWeights.USUAL, 0.3, 30).interests();

    assertThat(interests.customers()).containsExactly("ann", "bob", "eve");
    assertThat(interests.customerCount()).isEqualTo(2);
    assertThat(interests.matrix().entries()).isEqualTo(2);
    assertThat(interests.matrix().width()).isEqualTo(3);
    assertThat(interests.matrix().columns()).containsExactly(0, 2);
    assertThat(interests.matrix().values()).containsExactly(1f, 0.5f);
  }

  /** Half of an interest is left after 30 days, but what was of interest stays so. */
  @Test
  void modelsLearnLessFromWhatIsLongAgo() {
    store.add(new Interaction("ann", "cup", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("bob", "plate", Kind.PURCHASE, 60 * DAY, 1));
    InterestWeights fading = new InterestWeights(0.1, 4, 0.5, 1, 1, 4, 2, 0.5, 30);

    Interests interests = store.trainingData(fading, 0.3, 30).interests();

    assertThat(interests.matrix().columns()).containsExactly(0, 1);
    assertThat(interests.matrix().values()).containsExactly(1f / 4, 1f);
  }

  /**
   * A trainer divides by interests; what is left after 200 half-lives is no number to divide by.
   */
  @Test
  void modelsDoNotLearnFromWhatHasFadedToNothing() {
    store.add(new Interaction("ann", "cup", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("bob", "plate", Kind.PURCHASE, 200 * DAY, 1));
    InterestWeights fading = new InterestWeights(0.1, 4, 0.5, 1, 1, 4, 2, 0.5, 1);

    assertThat(store.trainingData(fading, 0.3, 30).interests().matrix().columns())
        .containsExactly(1);
  }

  @Test
  void modelsDoNotLearnFromWhatSpeaksAgainst() {
    store.add(new Interaction("ann", "cup", Kind.PURCHASE, 1, 1));
    store.add(new Interaction("ann", "cup", Kind.RETURN, 2, 1));
    store.add(new Interaction("ann", "plate", Kind.RATING, 3, 1));

    assertThat(store.trainingData(InterestWeights.USUAL, 0, 30).interests().matrix().entries())
        .isZero();
  }

  @Test
  void aSnapshotHoldsEverything() throws IOException {
    add("cup", Kind.PURCHASE, 1 * DAY, 3);
    add("cup", Kind.RATING, 2 * DAY, 4.5);
    add("plate", Kind.CART_ADDITION, 3 * DAY, 1);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.write(new DataOutputStream(bytes));
    StoreInteractions read =
        StoreInteractions.read(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
            new StoreInteractions.Reach(3, 100));

    assertThat(read.count()).isEqualTo(3);
    assertThat(read.taste("ann", InterestWeights.USUAL))
        .usingRecursiveComparison()
        .isEqualTo(taste());
    assertThat(read.add(new Interaction("ann", "cup", Kind.PURCHASE, 9 * DAY, 1))).isEqualTo(DAY);
  }

  @Test
  void whoIsForgottenLeavesNoTraceAndMayComeAgainAsSomeoneNew() throws IOException {
    add("cup", Kind.PURCHASE, 1 * DAY, 1);
    add("plate", Kind.VIEW, 2 * DAY, 1);
    store.add(new Interaction("bob", "cup", Kind.PURCHASE, 3, 1));

    Forgotten known = store.forget("ann").orElseThrow();

    assertThat(known.trail().size()).isEqualTo(2);
    assertThat(known.lastPurchases()).containsExactly(Map.entry(0, DAY));
    assertThat(store.erasures()).isEqualTo(1);
    assertThat(taste().size()).isZero();
    assertThat(store.trail("ann").size()).isZero();
    assertThat(store.forget("ann")).isEmpty();
    assertThat(store.trainingData(InterestWeights.USUAL, 0.3, 30).interests().customers())
        .containsExactly("bob");

    StoreInteractions read = readBack();
    assertThat(read.erasures()).isEqualTo(1);
    assertThat(read.taste("bob", InterestWeights.USUAL).size()).isEqualTo(1);
    assertThat(read.trainingData(InterestWeights.USUAL, 0.3, 30).interests().customers())
        .containsExactly("bob");

    assertThat(add("cup", Kind.PURCHASE, 9 * DAY, 1)).isEqualTo(StoreInteractions.NEVER);
    assertThat(taste().size()).isEqualTo(1);
  }

  @Test
  void whatWasDoneIsRecalledInTheOrderOfTime() {
    add("cup", Kind.PURCHASE, 5, 3);
    store.add(new Interaction("bob", "plate", Kind.VIEW, 2, 1));
    add("cup", Kind.RATING, 7, 4.5);

    assertThat(store.recall(100, 1))
        .containsExactly(
            new Interaction("bob", "plate", Kind.VIEW, 2, 1),
            new Interaction("ann", "cup", Kind.PURCHASE, 5, 1),
            new Interaction("ann", "cup", Kind.RATING, 7, 4.5));
  }

  @Test
  void onlySomeCustomersAreRecalledWhereThereIsTooMuch() {
    for (int i = 0; i < 1000; i++) {
      store.add(new Interaction("c" + i, "cup", Kind.PURCHASE, i, 1));
    }

    assertThat(store.recall(100, 1)).hasSizeBetween(60, 140).isEqualTo(store.recall(100, 1));
  }

  private StoreInteractions readBack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.write(new DataOutputStream(bytes));
    return StoreInteractions.read(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
        new StoreInteractions.Reach(3, 100));
  }

  private int add(String product, Kind kind, int minute, double amount) {
    return store.add(new Interaction("ann", product, kind, minute, amount));
  }

  private Taste taste() {
    return store.taste("ann", InterestWeights.USUAL);
  }

  private String id(Taste taste, int i) {
    return store.products().id(taste.product(i));
  }
}
