package io.shelfwise.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
  private final List<String> closed = new ArrayList<>();
  private final Parts parts = new Parts();

  @Test
  void theLastOneIsTakenDownFirst() {
    parts.add(() -> closed.add("first"));
    parts.add(() -> closed.add("second"));
    parts.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthers() {
    parts.add(() -> closed.add("first"));
    parts.add(
        () -> {
          throw new IOException("the second");
        });
    parts.add(
        () -> {
          throw new IllegalStateException("the third");
        });

    assertThatThrownBy(parts::close)
        .hasMessage("the third")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(closed).containsExactly("first");
    assertThatCode(parts::close).doesNotThrowAnyException();
  }
}
