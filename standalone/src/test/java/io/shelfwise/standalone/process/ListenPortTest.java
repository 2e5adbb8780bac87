package io.shelfwise.standalone.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListenPortTest {
  @Test
  void aTakenPortIsToldWithTheOptionThatChoosesAnother() throws IOException {
    ListenPort port;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = new ListenPort(other.getLocalPort(), "--rest-port");
      assertThatThrownBy(() -> port.requireFree("127.0.0.1"))
          .isInstanceOf(CommandFailure.class)
          .hasMessage(
              "port %d is taken; choose another with --rest-port PORT", other.getLocalPort());
    }
    assertThatCode(() -> port.requireFree("127.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void aPortIsANumberThatPortsHave() {
    assertThatThrownBy(() -> new ListenPort(65_536, "--grpc-port"))
        .hasMessage("--grpc-port: 65536 (expected: 1 to 65535)");
  }
}
