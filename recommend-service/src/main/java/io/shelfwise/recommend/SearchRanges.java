package io.shelfwise.recommend;

import io.shelfwise.recommend.model.RecommenderName;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which values of a recommender's settings are worth trying where no one says which. */
final class SearchRanges {
  private static final String DECLARED = "search-ranges.properties";

  private SearchRanges() {}

  /**
   * The values to try, with commas between them, by setting, such as {@code user-knn.neighbors}.
   */
  static SortedMap<String, String> of(RecommenderName name) {
    SortedMap<String, String> ranges = new TreeMap<>();
    Properties declared = declared();
    for (String setting : declared.stringPropertyNames()) {
      if (setting.startsWith(name.text() + ".")) {
        ranges.put(setting, declared.getProperty(setting));
      }
    }
    return ranges;
  }

  private static Properties declared() {
    Properties declared = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(SearchRanges.class.getResourceAsStream(DECLARED)),
            StandardCharsets.UTF_8)) {
      declared.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return declared;
  }
}
