package io.shelfwise.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.Code;
import io.shelfwise.rpc.ApiException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
  @Test
  void whatDoesNotFitIsRefusedUntilThereIsRoom() {
    BodyRoom room = new BodyRoom(10);
    room.take(8);
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> room.take(3));
    assertThat(HttpCode.of(refusal.status().getCode())).isEqualTo(429);
    assertThat(refusal.status().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED_VALUE);

    room.giveBack(8);
    assertThatCode(() -> room.take(10)).doesNotThrowAnyException();
  }

  @Test
  void aBodyMayTakeWhatItTellsAndNeverMoreThanTheLargest() {
    assertThat(body(5).most()).isEqualTo(5);
    assertThat(body(Long.MAX_VALUE).most()).isEqualTo(100);
    assertThat(body(-1).most()).as("not told").isEqualTo(100);
  }

  private static RequestBody body(long told) {
    return new RequestBody(Optional.empty(), InputStream.nullInputStream(), told, 100);
  }
}
