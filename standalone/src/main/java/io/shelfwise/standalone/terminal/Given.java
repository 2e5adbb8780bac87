package io.shelfwise.standalone.terminal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Which options were given to a command. One that would be passed over is refused: whoever gave it
 * would take what comes of the command for something else.
 *
 * @param spec the command
 */
public record Given(CommandSpec spec) {
  /** Whether the option was written on the command line; that it has a default does not count. */
  public boolean has(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  /**
   * Refuses options that have no meaning.
   *
   * @param where beside what, or without what
   * @throws ParameterException if one of them was given, which names it and that
   */
  public void refuse(String where, String... options) {
    for (String option : options) {
      if (has(option)) {
        throw new ParameterException(spec.commandLine(), option + " has no meaning " + where);
      }
    }
  }
}
