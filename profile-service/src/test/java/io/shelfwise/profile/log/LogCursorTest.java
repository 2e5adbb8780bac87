package io.shelfwise.profile.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.rpc.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCursorTest {
  @Test
  void aCursorSurvivesBeingText() {
    LogCursor cursor = LogCursor.empty();
    cursor.advance(new Partition("demo", 3), new EntryId(1_700_000_000_000L, 7));
    cursor.advance(new Partition("other", 0), new EntryId(5, 0));

    LogCursor same = LogCursor.decode(cursor.encode());

    assertThat(same.last(new Partition("demo", 3))).isEqualTo(new EntryId(1_700_000_000_000L, 7));
    assertThat(same.last(new Partition("other", 0))).isEqualTo(new EntryId(5, 0));
  }

  @Test
  void aPartThatIsNotNamedIsReadFromItsBeginning() {
    assertThat(LogCursor.decode("").last(new Partition("demo", 0))).isEqualTo(EntryId.START);
  }

  @Test
  void theLastAdvanceCounts() {
    LogCursor cursor = LogCursor.empty();
    cursor.advance(new Partition("demo", 3), new EntryId(1, 0));
    cursor.advance(new Partition("demo", 3), new EntryId(2, 0));

    assertThat(cursor.last(new Partition("demo", 3))).isEqualTo(new EntryId(2, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no cursor!", "AA", "AQA", "AQAEZGVtbw"})
  void whatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> LogCursor.decode(text))
        .isInstanceOf(ApiException.class)
        .hasMessage("cursor must be the cursor of an earlier answer, or empty");
  }
}
