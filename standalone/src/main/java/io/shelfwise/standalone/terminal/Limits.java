package io.shelfwise.standalone.terminal;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the options of a command can be; any other is refused before the command does anything.
 *
 * @param spec the command
 */
public record Limits(CommandSpec spec) {
  /**
   * Makes sure that a whole number is within these, both of them included.
   *
   * @throws ParameterException if it is not, which names the option and the limits
   */
  public Limits whole(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw refused(
          option, value, String.format(Locale.ROOT, "a whole number, %,d to %,d", least, most));
    }
    return this;
  }

  /**
   * Makes sure that a number is more than 0 and no more than that.
   *
   * @throws ParameterException if it is not, which names the option and the limits
   */
  public Limits positive(String option, double value, double most) {
    // Said so that it refuses what is no number, too.
    if (!(value > 0 && value <= most)) {
      throw refused(option, value, String.format(Locale.ROOT, "more than 0, to %,.0f", most));
    }
    return this;
  }

  private ParameterException refused(String option, Object value, String expected) {
    return new ParameterException(
        spec.commandLine(), "%s: %s (expected: %s)".formatted(option, value, expected));
  }
}
