package io.shelfwise.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.type.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
  @ParameterizedTest
  @CsvSource({"2.55, 2, 550000000", "0.001, 0, 1000000", "-1.5, -1, -500000000", "80995, 80995, 0"})
  void becomesUnitsAndNanosAndBackAgain(BigDecimal value, long units, int nanos) {
    Money money = new Amount(value, "GBP").toMoney();
    assertThat(money)
        .isEqualTo(
            Money.newBuilder().setCurrencyCode("GBP").setUnits(units).setNanos(nanos).build());
    assertThat(Amount.of(money).value()).isEqualByComparingTo(value);
  }

  @Test
  void isShownToTheCentWithTheSignThatPeopleKnow() {
    assertThat(new Amount(new BigDecimal("1234.5"), "GBP")).hasToString("£1,234.50");
    assertThat(new Amount(new BigDecimal("9"), "SEK")).hasToString("9.00 SEK");
  }

  @Test
  void hasAtMostNineDecimalPlaces() {
    assertThatThrownBy(() -> new Amount(new BigDecimal("0.0000000001"), "GBP"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 9 decimal places");
  }
}
