package io.shelfwise.standalone.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.terminal.CommandFailure;
import org.junit.jupiter.api.Test;

class AddressTest {
  @Test
  void noTwoPortsAreTheSame() {
    ListenPort rest = new ListenPort(9090, "--rest-port");
    ListenPort grpc = new ListenPort(9090, "--grpc-port");
    ListenPort management = new ListenPort(9200, "--management-port");

    assertThatThrownBy(() -> new Standalone.Address("127.0.0.1", rest, grpc, management))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("--rest-port and --grpc-port are both 9090; choose another for one of them");
  }
}
