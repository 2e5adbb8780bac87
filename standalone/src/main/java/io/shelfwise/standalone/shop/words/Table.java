package io.shelfwise.standalone.shop.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A resource in the plain form of the shop's vocabulary: rows of cells that are parted by {@code
 * |}, under headings in brackets. Lines that begin with {@code #} are comments. Rows before the
 * first heading stand under the empty one.
 */
public final class Table {
  /** A bar between cells, but not one within brackets: that parts the forms of a word. */
  private static final String CELLS = "\\|(?![^\\[]*])";

  private final Map<String, List<List<String>>> sections;

  private Table(Map<String, List<List<String>>> sections) {
    this.sections = sections;
  }

  /** Reads {@code shop/NAME} from the class path. */
  public static Table read(String name) {
    Map<String, List<List<String>>> sections = new LinkedHashMap<>();
    String heading = "";
    for (String line : linesOf("/shop/" + name)) {
      if (line.startsWith("[") && line.endsWith("]")) {
        heading = line.substring(1, line.length() - 1);
      } else {
        sections.computeIfAbsent(heading, _ -> new ArrayList<>()).add(split(line, CELLS));
      }
    }
    return new Table(sections);
  }

  private static List<String> linesOf(String resource) {
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The headings, in order. */
  public List<String> headings() {
    return List.copyOf(sections.keySet());
  }

  /** The rows under a heading, in order; none if there is no such heading. */
  public List<List<String>> rows(String heading) {
    return Collections.unmodifiableList(sections.getOrDefault(heading, List.of()));
  }

  /** The rows under no heading. */
  public List<List<String>> rows() {
    return rows("");
  }

  /** The first cells under a heading. */
  public List<String> lines(String heading) {
    return rows(heading).stream().map(List::getFirst).toList();
  }

  /** The words of a cell that holds a list; none for {@code -}. */
  public static List<String> list(String cell) {
    return cell.equals("-") ? List.of() : split(cell, "\\s*;\\s*");
  }

  /** The sentences of a cell that holds several. */
  public static List<String> sentences(String cell) {
    return split(cell, "\\s+/\\s+");
  }

  private static List<String> split(String text, String separator) {
    return Stream.of(text.split(separator)).map(String::strip).toList();
  }
}
