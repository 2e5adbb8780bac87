package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
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

  /**
   * Reads it.
   *
   * @throws CommandFailure if it cannot be read, or a line says something else
   */
  static PairFile read(Path path) {
    List<Interaction> done = new ArrayList<>();
    boolean timed = false;
    int number = 0;
    try (BufferedReader lines = new InputFile(path).open()) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        DataLine line = new DataLine(path, ++number);
        if (!text.isEmpty()) {
          String[] cells = text.split("\t", -1);
          if (cells.length < 2 || cells[0].isEmpty() || cells[1].isEmpty()) {
            throw line.wrong("pair", text, "customer TAB product");
          }
          int minute = cells.length > TIME ? line.minute("time", cells[TIME]) : 0;
          timed |= minute != 0;
          done.add(new Interaction(cells[0], cells[1], Kind.PURCHASE, minute, 1));
          if (cells.length > STARS && !cells[STARS].isEmpty()) {
            double stars = line.positive("stars", cells[STARS]);
            done.add(new Interaction(cells[0], cells[1], Kind.RATING, minute, stars));
          }
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "%s cannot be read after line %d: %s".formatted(path, number, FileTrouble.reason(e)), e);
    }
    if (done.isEmpty()) {
      throw new CommandFailure(path + " is empty (expected: lines of customer TAB product)");
    }
    return new PairFile(path, done, timed);
  }
}
