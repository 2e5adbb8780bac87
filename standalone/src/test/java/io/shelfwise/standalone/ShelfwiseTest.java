package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.shelfwise.standalone.journey.FreePorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfwiseTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "serve --help",
        "import --help",
        "import events --help",
        "import products --help",
        "import online-retail --help",
        "value --help",
        "value fit --help",
        "value simulate --help",
        "value report --help",
        "value export --help",
        "bench --help",
        "bench value --help",
        "bench value-answers --help"
      })
  void everyCommandHelps(String command) {
    assertThat(run(command.split(" "))).isZero();
    assertThat(out.toString()).startsWith("Usage: shelfwise").contains("-h, --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                          | Missing required subcommand         | shelfwise
          dmeo                        | Unmatched argument at index 0: 'dmeo' | shelfwise
          demo --rest-prot 1          | Unknown options: '--rest-prot', '1' | shelfwise demo
          import                      | Missing required subcommand         | shelfwise import
          serve --rest-port many      | 'many' is not an int                | shelfwise serve
          """)
  void whatIsNotUnderstoodExitsWithTwoAndSaysWhatWasNot(
      String command, String why, String documented) {
    assertThat(run(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines().toList())
        .hasSizeLessThanOrEqualTo(3)
        .endsWith("See " + documented + " --help")
        .first(STRING)
        .startsWith("shelfwise: ")
        .contains(why);
  }

  @Test
  void whatIsNearestToWhatWasNotUnderstoodIsNamed() {
    run("dmeo");
    assertThat(err.toString()).contains("Did you mean demo?");
    run("demo", "--rest-prot", "1");
    assertThat(err.toString()).contains("Did you mean --rest-port?");
    run("import");
    assertThat(err.toString()).contains("One of: events, products, online-retail");
  }

  @Test
  void whatCannotBeDoneExitsWithOneAndSaysWhyInOneLine() {
    assertThat(run("import", "events", folder.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "shelfwise: the file "
                + folder.resolve("none.csv")
                + " cannot be read: it is not there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"recommend", "effect", "value-answers"})
  void aShopThatDoesNotAnswerIsToldInOneLine(String bench) throws IOException {
    Path customers = Files.writeString(folder.resolve("customers"), "ann\n");
    int port = FreePorts.find(1).getFirst();
    assertThat(
            run(
                "bench",
                bench,
                "--customers",
                customers.toString(),
                "--rest",
                "http://127.0.0.1:" + port,
                "--grpc",
                "127.0.0.1:" + port))
        .isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("shelfwise: ").contains("127.0.0.1:" + port);
  }

  @Test
  void aPortThatIsNoneIsTold() {
    assertThat(run("demo", "--rest-port", "0", "--once")).isEqualTo(1);
    assertThat(err.toString()).contains("--rest-port: 0 (expected: 1 to 65535)");
  }

  private int run(String... arguments) {
    return Shelfwise.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
