package io.shelfwise.standalone.terminal;

import java.io.Console;
import java.util.Optional;

/** Where the command's answers go. */
public final class Terminal {
  private Terminal() {}

  /** Whether they go to a terminal, on which a line can be drawn over; not to a file or a pipe. */
  public static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}
