package io.shelfwise.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shelfwise.rpc.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static JsonLines lines(String text) {
    return new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10);
  }

  @Test
  void emptyLinesAreCountedAndPassedOver() throws IOException {
    JsonLines lines = lines("a\r\n\n \nb");
    assertThat(lines.next()).isEqualTo("a\r");
    assertThat(lines.where()).isEqualTo("line 1");
    assertThat(lines.next()).isEqualTo("b");
    assertThat(lines.where()).isEqualTo("line 4");
    assertThat(lines.next()).isNull();
  }

  @Test
  void nothingHasNoLines() throws IOException {
    assertThat(lines("").next()).isNull();
    assertThat(lines("\n\n").next()).isNull();
  }

  @Test
  void aLineThatIsTooLongIsTold() throws IOException {
    JsonLines lines = lines("0123456789\n0123456789x");
    assertThat(lines.next()).isEqualTo("0123456789");
    assertThat(catchThrowableOfType(ApiException.class, lines::next).getMessage())
        .isEqualTo("line 2 must have at most 10 bytes");
  }

  @Test
  void aLineThatIsNotUtf8IsTold() {
    JsonLines lines = new JsonLines(new ByteArrayInputStream(new byte[] {(byte) 0xff, '\n'}), 10);
    assertThat(catchThrowableOfType(ApiException.class, lines::next).getMessage())
        .isEqualTo("line 1 must be UTF-8");
  }
}
