package io.shelfwise.profile.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.LogFollower;
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
  void aCursorIsOfTheLogThatItWasMadeIn() {
    LogCursor cursor = LogCursor.empty();
    cursor.requireLog("one");
    cursor.requireLog("one");
    LogCursor same = LogCursor.decode(cursor.encode());

    same.requireLog("one");
    assertThatThrownBy(() -> same.requireLog("other"))
        .isInstanceOfSatisfying(ApiException.class, LogCursorTest::assertReplaced);
  }

  @Test
  void aCursorOfTheTimeBeforeLogsHadIdsIsOfAnotherLog() {
    // Version 1, and the entry 5-0 of the part 0 of a store.
    String text = "AQAEZGVtbwAAAAAAAAAAAAAABQAAAAAAAAAA";

    assertThatThrownBy(() -> LogCursor.decode(text))
        .isInstanceOfSatisfying(ApiException.class, LogCursorTest::assertReplaced);
  }

  private static void assertReplaced(ApiException refusal) {
    assertThat(refusal.status().getCode()).isEqualTo(Code.FAILED_PRECONDITION_VALUE);
    assertThat(refusal.status().getDetailsList())
        .containsExactly(
            Any.pack(
                ErrorInfo.newBuilder()
                    .setReason(LogFollower.REPLACED)
                    .setDomain(ApiException.DOMAIN)
                    .build()));
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
  @ValueSource(strings = {"no cursor!", "AA", "AgA", "AgAAAARkZW1v"})
  void whatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> LogCursor.decode(text))
        .isInstanceOf(ApiException.class)
        .hasMessage("cursor must be the cursor of an earlier answer, or empty");
  }
}
