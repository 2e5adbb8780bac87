package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines {@code customer TAB product}, without titles: the customer wanted the product.
 * Further columns may tell the stars that the customer gave it, and when, in seconds since 1970.
 *
 * @param path where it is
 * @param done what the lines say, in their order
 * @param timed whether they say when
 */
record PairFile(Path path, List<Interaction> done, boolean timed) {
  private static final int STARS = 2;
  private static final int TIME = 3;
  private static final int SECONDS_A_MINUTE = 60;

  /** The end of the year 2999. */
  static final long LAST_SECOND = 32_503_679_999L;

  /**
   * Reads it.
   *
   * @throws CommandFailure if it cannot be read, or a line says something else
   */
  static PairFile read(Path path) {
    List<Interaction> done = new ArrayList<>();
    boolean timed = false;
    try (BufferedReader lines = new InputFile(path).open()) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isEmpty()) {
          String[] cells = line.split("\t", -1);
          if (cells.length < 2 || cells[0].isEmpty() || cells[1].isEmpty()) {
            throw wrong(path, number, line, "customer TAB product");
          }
          int minute = minute(path, number, cells);
          timed |= minute != 0;
          done.add(new Interaction(cells[0], cells[1], Kind.PURCHASE, minute, 1));
          if (cells.length > STARS && !cells[STARS].isEmpty()) {
            double stars = number(path, number, cells[STARS]);
            done.add(new Interaction(cells[0], cells[1], Kind.RATING, minute, stars));
          }
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(path + " cannot be read: " + e.getMessage(), e);
    }
    if (done.isEmpty()) {
      throw new CommandFailure(path + " is empty (expected: lines of customer TAB product)");
    }
    return new PairFile(path, done, timed);
  }

  private static int minute(Path path, int line, String[] cells) {
    if (cells.length <= TIME || cells[TIME].isEmpty()) {
      return 0;
    }
    double seconds = number(path, line, cells[TIME]);
    if (seconds > LAST_SECOND) {
      throw wrong(path, line, cells[TIME], "seconds since 1970, not thousandths of them");
    }
    return (int) (seconds / SECONDS_A_MINUTE);
  }

  private static double number(Path path, int line, String cell) {
    try {
      double number = Double.parseDouble(cell);
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(path, line, cell, "a number more than 0");
    }
    throw wrong(path, line, cell, "a number more than 0");
  }

  private static CommandFailure wrong(Path path, int line, String found, String expected) {
    return new CommandFailure(
        "%s, line %d: %s (expected: %s)".formatted(path, line, found, expected));
  }
}
