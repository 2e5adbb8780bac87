package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorDigestTest {
  @Test
  void isTheBeginningOfTheSha256OfTheCursor() {
    // NIST's example for SHA-256: "abc".
    assertThat(CursorDigest.of("abc")).isEqualTo("ba7816bf8f01cfea");
  }
}
