package io.shelfwise.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealedBoxTest {
  private static final byte[] KEY = SealedBox.newKey();
  private static final byte[] CONTENT = "ann@example.com".getBytes(StandardCharsets.UTF_8);

  @Test
  void whatIsSealedCanBeOpened() {
    byte[] box = SealedBox.seal(KEY, CONTENT, "ann/email");

    assertThat(SealedBox.open(KEY, box, "ann/email")).isEqualTo(CONTENT);
  }

  @Test
  void sealingTwiceGivesDifferentBoxes() {
    assertThat(SealedBox.seal(KEY, CONTENT, "ann/email"))
        .isNotEqualTo(SealedBox.seal(KEY, CONTENT, "ann/email"));
  }

  @Test
  void aBoxCannotStandInForAnother() {
    byte[] box = SealedBox.seal(KEY, CONTENT, "ann/email");

    assertThatThrownBy(() -> SealedBox.open(KEY, box, "bob/email"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherKeyDoesNotOpen() {
    byte[] box = SealedBox.seal(KEY, CONTENT, "ann/email");

    assertThatThrownBy(() -> SealedBox.open(SealedBox.newKey(), box, "ann/email"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBoxThatWasChangedAnywhereDoesNotOpen() {
    byte[] box = SealedBox.seal(KEY, CONTENT, "ann/email");
    for (int i = 0; i < box.length; i++) {
      byte[] changed = box.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> SealedBox.open(KEY, changed, "ann/email"))
          .as("byte %d", i)
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
