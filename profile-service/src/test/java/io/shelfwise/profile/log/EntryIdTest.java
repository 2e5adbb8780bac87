package io.shelfwise.profile.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntryIdTest {
  @Test
  void itsTextIsThatOfRedis() {
    assertThat(EntryId.parse("1700000000000-12")).isEqualTo(new EntryId(1_700_000_000_000L, 12));
    assertThat(new EntryId(1_700_000_000_000L, 12)).hasToString("1700000000000-12");
  }

  @Test
  void entriesAreInOrderOfTimeThenOfNumber() {
    assertThat(new EntryId(1, 10)).isGreaterThan(new EntryId(1, 9)).isLessThan(new EntryId(2, 0));
  }

  @Test
  void whatIsNoEntryIsRefused() {
    assertThatThrownBy(() -> EntryId.parse("17")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryId(-1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
