package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributionSettingsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void aSecretIsTheKey() {
    assertThat(new AttributionSettings(Optional.of(SECRET)).key())
        .isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSecretThatIsEasilyGuessedIsRefusedWithoutShowingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttributionSettings(Optional.of("short")))
        .withMessage("shelfwise.gateway.attribution.secret: 5 characters (expected: >= 32)");
  }

  @Test
  void withoutASecretEachProcessHasItsOwn() {
    AttributionSettings none = new AttributionSettings(Optional.empty());
    assertThat(none.key()).hasSize(32).isNotEqualTo(none.key());
    assertThat(new AttributionSettings(Optional.of(" ")).secret()).isEmpty();
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(new AttributionSettings(Optional.of(SECRET)).toString()).doesNotContain(SECRET);
  }
}
