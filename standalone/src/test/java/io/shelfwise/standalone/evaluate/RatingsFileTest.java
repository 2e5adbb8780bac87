package io.shelfwise.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsFileTest {
  private static final String TITLES = "userId,movieId,rating,timestamp\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void manyStarsAreAWishToo() throws IOException {
    RatingsFile ratings = read(TITLES + "1,31,4,120\n1,32,3.5,180\n");

    assertThat(ratings.done())
        .containsExactly(
            new Interaction("1", "31", Kind.RATING, 2, 4),
            new Interaction("1", "31", Kind.PURCHASE, 2, 1),
            new Interaction("1", "32", Kind.RATING, 3, 3.5));
    assertThat(ratings.timeless()).isEmpty();
  }

  @Test
  void whatHasNoTimeIsReadAndToldOf() throws IOException {
    RatingsFile ratings = read(TITLES + "1,31,3,120\n1,32,3,\n1,33,3\n");

    assertThat(ratings.done()).extracting(Interaction::minute).containsExactly(2, 0, 0);
    assertThat(ratings.timeless().orElseThrow())
        .endsWith(
            "ratings.csv, line 3: timestamp: nothing (expected: a time in seconds since 1970)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,31,five,120         | rating: five (expected: a number more than 0)
          1,31,,120             | rating: nothing (expected: a number more than 0)
          1,31,4,yesterday      | timestamp: yesterday (expected: a number more than 0)
          1,31,4,1300000000000  | timestamp: 1300000000000 (expected: seconds since 1970, not thousandths of them)
          1,,4,120              | movieId: nothing (expected: a value)
          1;31;4;120            | ratings: 1;31;4;120 (expected: userId, movieId, rating, timestamp)
          """)
  void aLineThatSaysSomethingElseIsToldByLineFieldAndRule(String line, String told) {
    assertThatThrownBy(() -> read(TITLES + "1,30,4,60\n" + line + "\n"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageEndingWith("ratings.csv, line 3: " + told);
  }

  private RatingsFile read(String text) throws IOException {
    return RatingsFile.read(Files.writeString(folder.resolve("ratings.csv"), text), 4);
  }
}
