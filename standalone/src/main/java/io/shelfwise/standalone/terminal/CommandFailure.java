package io.shelfwise.standalone.terminal;

/**
 * Why a command cannot go on, in one line for the one who typed it: what is the matter and what
 * helps. No stack is printed, for it would tell of our code and not of the matter.
 */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why the command cannot go on. */
  public CommandFailure(String message) {
    super(message);
  }

  /** Why the command cannot go on, and what it came from. */
  public CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
