package io.shelfwise.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchLimitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          training --products 0               | --products: 0 (expected: a whole number, 1 to 10,000,000)
          training --interactions -1          | --interactions: -1 (expected: a whole number, 1 to 500,000,000)
          search --products -5                | --products: -5 (expected: a whole number, 1 to 200,000)
          search --calls 0                    | --calls: 0 (expected: a whole number, 5 to 10,000,000)
          candidates --products 0             | --products: 0 (expected: a whole number, 4 to 200,000)
          candidates --customers 0            | --customers: 0 (expected: a whole number, 1 to 10,000,000)
          candidates --history 0              | --history: 0 (expected: a whole number, 1 to 10,000)
          candidates --candidates 1001        | --candidates: 1001 (expected: a whole number, 1 to 1,000)
          candidates --rate 0                 | --rate: 0.0 (expected: more than 0, to 100,000)
          candidates --rate NaN               | --rate: NaN (expected: more than 0, to 100,000)
          candidates --seconds 0              | --seconds: 0 (expected: a whole number, 1 to 3,600)
          candidates --rate 0.01              | --rate times --seconds: 0 (expected: a whole number, 1 to 10,000,000)
          candidates --warm-up -1             | --warm-up: -1 (expected: a whole number, 0 to 3,600)
          recommend --customers x --clients 0 | --clients: 0 (expected: a whole number, 1 to 10,000)
          effect --customers x --events 0     | --events: 0 (expected: a whole number, 1 to 1,000,000)
          value-answers --customers x --rate 0 | --rate: 0.0 (expected: more than 0, to 100,000)
          value-answers --customers x --rate 100000 --seconds 3600 | --rate times --seconds: 360000000 (expected: a whole number, 1 to 10,000,000)
          value-answers --customers x --rate 100000 --warm-up 3600 | --rate times --warm-up: 360000000 (expected: a whole number, 0 to 10,000,000)
          value --customers 0                 | --customers: 0 (expected: a whole number, 1,000 to 100,000,000)
          value --runs 0                      | --runs: 0 (expected: a whole number, 1 to 1,000)
          """)
  void whatNothingCanBeMeasuredByIsRefusedByOptionAndRule(String arguments, String told) {
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new BenchCommand())
            .setErr(new PrintWriter(err, true))
            .execute(arguments.split(" "));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).startsWith(told);
  }
}
