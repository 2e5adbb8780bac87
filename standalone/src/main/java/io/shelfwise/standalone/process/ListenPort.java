package io.shelfwise.standalone.process;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A port that we are about to listen on.
 *
 * @param number the port, 1 to 65535
 * @param option what chooses another on the command line
 */
public record ListenPort(int number, String option) {
  public ListenPort {
    if (number < 1 || number > 65_535) {
      throw new CommandFailure(option + ": " + number + " (expected: 1 to 65535)");
    }
  }

  /**
   * Makes sure that this is not the same port as another.
   *
   * @throws CommandFailure if it is
   */
  void requireOtherThan(ListenPort other) {
    if (number == other.number) {
      throw new CommandFailure(
          "%s and %s are both %d; choose another for one of them"
              .formatted(option, other.option, number));
    }
  }

  /**
   * Makes sure that the port can be had, before anything is started that would have to be taken
   * down again.
   *
   * @throws CommandFailure if it cannot
   */
  public void requireFree(String host) {
    InetSocketAddress address = new InetSocketAddress(host, number);
    if (address.isUnresolved()) {
      throw new CommandFailure("--host: no machine is called " + host);
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      throw new CommandFailure(
          "port " + number + " is taken; choose another with " + option + " PORT", e);
    }
  }
}
