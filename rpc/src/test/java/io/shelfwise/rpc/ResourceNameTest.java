package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {
  private static final ResourceName CUSTOMER =
      ResourceName.of("stores/{store}/customers/{customer}");

  @Test
  void aNameGivesItsIdsInOrder() {
    assertThat(CUSTOMER.parse("name", "stores/demo/customers/17850"))
        .containsExactly("demo", "17850");
  }

  @Test
  void whatIsFormattedIsParsedAgain() {
    assertThat(CUSTOMER.parse("name", CUSTOMER.format("a.b_c", "D-1:2")))
        .containsExactly("a.b_c", "D-1:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stores/demo",
        "stores/demo/customers/",
        "stores/demo/products/1",
        "stores/demo/customers/1/events",
        "/stores/demo/customers/1",
        "stores/de mo/customers/1",
        "stores/{demo}/customers/1",
        "stores/-/customers/1",
        "stores/demo/customers/-"
      })
  void anythingElseIsRefusedByFieldAndRule(String name) {
    assertThat(CUSTOMER.matches(name)).isFalse();
    assertThatThrownBy(() -> CUSTOMER.parse("parent", name))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("parent must be stores/{store}/customers/{customer}");
  }

  @Test
  void anIdOf128CharactersIsTakenAndOneMoreIsNot() {
    assertThat(ResourceName.isId("x".repeat(128))).isTrue();
    assertThat(ResourceName.isId("x".repeat(129))).isFalse();
  }

  @Test
  void aNameWantsAsManyIdsAsItHasPlaces() {
    assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMER.format("demo", "1", "2"));
  }
}
