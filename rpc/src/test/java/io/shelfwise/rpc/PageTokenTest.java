package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
  private static final String QUESTION = "stores/demo events";

  @Test
  void aTokenGivesItsPositionToItsQuestion() {
    assertThat(PageToken.decode(PageToken.encode("1700:é", QUESTION), QUESTION))
        .isEqualTo("1700:é");
  }

  @Test
  void theFirstPageHasNoTokenAndTheLastGivesNone() {
    assertThat(PageToken.decode("", QUESTION)).isEmpty();
    assertThat(PageToken.encode("", QUESTION)).isEmpty();
  }

  @Test
  void aTokenIsRefusedByAnotherQuestion() {
    String token = PageToken.encode("17", QUESTION);
    assertThatThrownBy(() -> PageToken.decode(token, "stores/other events"))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("page_token must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "AAAA", "AAAAAAAA"})
  void aTokenThatWasNeverGivenIsRefused(String token) {
    assertThatThrownBy(() -> PageToken.decode(token, QUESTION)).isInstanceOf(ApiException.class);
  }

  @Test
  void thePageSizeHasAUsualValueAndBounds() {
    assertThat(PageToken.size(0, 50, 1000)).isEqualTo(50);
    assertThat(PageToken.size(1000, 50, 1000)).isEqualTo(1000);
    assertThatThrownBy(() -> PageToken.size(1001, 50, 1000))
        .hasMessage("page_size must be from 0 to 1000");
    assertThatThrownBy(() -> PageToken.size(-1, 50, 1000))
        .hasMessage("page_size must be from 0 to 1000");
  }
}
