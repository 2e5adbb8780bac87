package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessKeyTest {
  private static final String SECRET = "correct horse battery";

  @Test
  void onlyTheKeyItselfShowsIt() {
    AccessKey key = AccessKey.of(SECRET);
    assertThat(key.isShownBy("Bearer " + SECRET)).isTrue();
    assertThat(key.isShownBy(key.authorization())).isTrue();
    assertThat(key.isShownBy("Bearer " + SECRET + "x")).isFalse();
    assertThat(key.isShownBy("Basic " + SECRET)).isFalse();
    assertThat(key.isShownBy(SECRET)).isFalse();
    assertThat(key.isShownBy("")).isFalse();
  }

  @Test
  void aShortKeyIsRefusedWithoutBeingPrinted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessKey.of("hunter2"))
        .withMessage("access key: 7 characters (expected: >= 16)");
  }

  @Test
  void noWordOfTheSecretIsPrinted() {
    assertThat(AccessKey.of(SECRET).toString()).doesNotContain(SECRET);
    assertThat(new AccessKey.Settings(Optional.of(SECRET), true).toString()).doesNotContain(SECRET);
  }

  @Test
  void aKeyIsRequiredUnlessSaidOtherwise() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccessKey.Settings(Optional.empty(), true));
    assertThat(new AccessKey.Settings(Optional.empty(), false).accessKey()).isEmpty();
    assertThat(new AccessKey.Settings(Optional.of(SECRET), true).accessKey()).isPresent();
  }
}
