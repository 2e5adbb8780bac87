package io.shelfwise.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwise.gateway.route.PathTemplate.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  @Test
  void aVariableSpansSegments() {
    var template = PathTemplate.parse("/v1/{customer.name=stores/*/customers/*}");
    assertThat(template.segments()).containsExactly("v1", "stores", "*", "customers", "*");
    assertThat(template.verb()).isEmpty();
    assertThat(template.variables()).containsExactly(new Variable("customer.name", 1, 5));
    assertThat(template.variables().getFirst().in(List.of("v1", "stores", "a", "customers", "b")))
        .isEqualTo("stores/a/customers/b");
  }

  @Test
  void aVerbMayFollowAVariableOrAWord() {
    assertThat(PathTemplate.parse("/v1/{parent=stores/*}:recommend").verb()).isEqualTo("recommend");
    var events = PathTemplate.parse("/v1/{parent=stores/*}/events:write");
    assertThat(events.verb()).isEqualTo("write");
    assertThat(events.segments()).containsExactly("v1", "stores", "*", "events");
    assertThat(events.variables()).containsExactly(new Variable("parent", 1, 3));
  }

  @Test
  void aVariableWithoutAPatternIsOneSegment() {
    var template = PathTemplate.parse("/v1/shelves/{shelf}/books/{book_id}");
    assertThat(template.segments()).containsExactly("v1", "shelves", "*", "books", "*");
    assertThat(template.variables())
        .containsExactly(new Variable("shelf", 2, 3), new Variable("book_id", 4, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1",
        "/v1/",
        "/v1//x",
        "/v1/{name=**}",
        "/v1/{name=}",
        "/v1/{name",
        "/v1/a*",
        "/v1/x:",
        "/v1/x:a:b",
        "/v1/{a={b}}"
      })
  void anotherFormIsRefused(String template) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathTemplate.parse(template))
        .withMessageStartingWith("path: " + template + " (expected: ");
  }
}
