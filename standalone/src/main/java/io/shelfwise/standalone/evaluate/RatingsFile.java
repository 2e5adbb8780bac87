package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ratings of MovieLens, {@code ratings.csv} or {@code ratings.dat}, packed or not: user, movie,
 * stars and the time in seconds since 1970, which may be missing.
 *
 * @param done what the lines say, in their order
 * @param untimed the first line that does not say when
 */
record RatingsFile(List<Interaction> done, Optional<DataLine> untimed) {
  private static final String USER = "userId";
  private static final String TIME = "timestamp";
  private static final int LEAST_CELLS = 3;

  /**
   * Reads it. All stars are known; a movie of many counts as wanted, too.
   *
   * @param path the file, or the folder that it is in
   * @param positive how many stars are many
   * @throws CommandFailure if it cannot be read, or a line says something else
   */
  static RatingsFile read(Path path, double positive) {
    Path file = Files.isDirectory(path) ? within(path) : path;
    List<Interaction> done = new ArrayList<>();
    Optional<DataLine> untimed = Optional.empty();
    int number = 0;
    try (BufferedReader lines = new InputFile(file).open()) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        DataLine line = new DataLine(file, ++number);
        String[] cells = text.split(text.contains("::") ? "::" : ",", -1);
        if (!(number == 1 && cells[0].equals(USER))) {
          boolean timed = read(line, cells, text, positive, done);
          if (!timed && untimed.isEmpty()) {
            untimed = Optional.of(line);
          }
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "%s cannot be read after line %d: %s".formatted(file, number, FileTrouble.reason(e)), e);
    }
    return new RatingsFile(done, untimed);
  }

  /** Reads a line; answers whether it says when. */
  private static boolean read(
      DataLine line, String[] cells, String text, double positive, List<Interaction> done) {
    if (cells.length < LEAST_CELLS) {
      throw line.wrong("ratings", text, "userId, movieId, rating, timestamp");
    }
    String user = line.required(USER, cells[0]);
    String movie = line.required("movieId", cells[1]);
    double stars = line.positive("rating", cells[2]);
    String time = cells.length > LEAST_CELLS ? cells[LEAST_CELLS] : "";
    int minute = line.minute(TIME, time);
    done.add(new Interaction(user, movie, Kind.RATING, minute, stars));
    if (stars >= positive) {
      done.add(new Interaction(user, movie, Kind.PURCHASE, minute, 1));
    }
    return !time.isEmpty();
  }

  private static Path within(Path folder) {
    return List.of("ratings.csv.gz", "ratings.csv", "ratings.dat.gz", "ratings.dat").stream()
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new CommandFailure(folder + ": there is neither ratings.csv nor ratings.dat"));
  }

  /** Why it cannot be used where times are needed; empty if it can. */
  Optional<String> timeless() {
    return untimed.map(line -> line.wrong(TIME, "", "a time in seconds since 1970").getMessage());
  }
}
