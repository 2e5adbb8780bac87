package io.shelfwise.value.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.history.Shop;
import org.junit.jupiter.api.Test;

class LoyaltyRuleTest {
  private static final LoyaltyRule RULE = new LoyaltyRule(0.4, 0.2, 0.2, 0.2, 0.6);
  private static final LoyaltyMarks MARKS = new LoyaltyMarks(1, 20, 300);

  private final Shop shop = new Shop();

  @Test
  void weighsHowOftenHowMuchAndHowLong() {
    shop.buysPieces("ann", 0, 4).buysPieces("ann", 30, 6).until(60);

    Loyalty ann = loyalty("ann", MARKS);

    // One order after the first in 60 days, 10 pieces, 60 days; no rating.
    assertThat(ann.frequency()).isEqualTo(1 / (60 / 30.0));
    assertThat(ann.quantity()).isEqualTo(10 / 20.0);
    assertThat(ann.tenure()).isEqualTo(60 / 300.0);
    assertThat(ann.feedback()).isEmpty();
    assertThat(ann.score())
        .isCloseTo((0.4 * 0.5 + 0.2 * 0.5 + 0.2 * 0.2) / (0.4 + 0.2 + 0.2), within(1e-12));
    assertThat(ann.loyal()).isFalse();
    assertThat(ann.components()).containsOnlyKeys("frequency", "quantity", "tenure");
  }

  @Test
  void countsWhatACustomerThoughtOfIt() {
    shop.buysPieces("ann", 0, 4).rates("ann", 1, 5).rates("ann", 2, 4).until(60);

    Loyalty ann = loyalty("ann", MARKS);

    assertThat(ann.feedback()).hasValue((4.5 - 1) / (5 - 1));
    assertThat(ann.score()).isCloseTo(0.2 * 4 / 20 + 0.2 * 60 / 300 + 0.2 * 3.5 / 4, within(1e-12));
  }

  @Test
  void isFullAtWhatTheBestFifthReach() {
    for (int i = 1; i <= 10; i++) {
      shop.buysPieces("customer-" + i, 100 - 10 * i, i).buysPieces("customer-" + i, 100, 10L * i);
    }

    LoyaltyMarks marks = Scales.of(shop.store(), RfmTable.QUINTILES).marks();

    assertThat(marks.pieces()).as("the second best of ten").isEqualTo(9 + 90);
    assertThat(marks.tenureDays()).isEqualTo(90);
    assertThat(loyalty("customer-10", marks).quantity()).isEqualTo(1);
    assertThat(loyalty("customer-10", marks).tenure()).isEqualTo(1);
    assertThat(loyalty("customer-9", marks).tenure()).isEqualTo(1);
    assertThat(loyalty("customer-3", marks).tenure()).isEqualTo(30 / 90.0);
  }

  /** Where nobody came back, nobody is more loyal for it; no number is divided by nothing. */
  @Test
  void isANumberForTheOnlyCustomer() {
    shop.buysPieces("ann", 0, 1);

    Loyalty ann = loyalty("ann", Scales.of(shop.store(), RfmTable.QUINTILES).marks());

    assertThat(ann.frequency()).isZero();
    assertThat(ann.tenure()).isZero();
    assertThat(ann.quantity()).isEqualTo(1);
    assertThat(ann.score()).isCloseTo(0.2 / 0.8, within(1e-12));
  }

  @Test
  void refusesWeightsThatWeighNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LoyaltyRule(0, 0, 0, 1, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoyaltyRule(-1, 1, 1, 1, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoyaltyRule(1, 1, 1, 1, 1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new LoyaltyRule(Double.NaN, 1, 1, 1, 0));
  }

  private Loyalty loyalty(String customer, LoyaltyMarks marks) {
    return RULE.loyalty(shop.customer(customer), marks, shop.store().totals().asOfMillis());
  }
}
