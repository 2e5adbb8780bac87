package io.shelfwise.profile.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
  @Test
  void whatOneSealsTheSameKeyOpens() {
    String text = Base64.getEncoder().encodeToString(SealedBox.newKey());
    byte[] content = SealedBox.newKey();

    byte[] box = MasterKey.of(text).seal(content, "ann/key");

    assertThat(MasterKey.of(text + "\n").open(box, "ann/key")).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, but long enough to be one"})
  void whatIsNoKeyIsRefusedAndNotTold(String text) {
    assertThatThrownBy(() -> MasterKey.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("shelfwise.profile.master-key: […]")
        .hasNoCause();
  }

  @Test
  void itIsNeverPrinted() {
    String text = Base64.getEncoder().encodeToString(SealedBox.newKey());

    assertThat(MasterKey.of(text)).hasToString("MasterKey[…]");
  }
}
