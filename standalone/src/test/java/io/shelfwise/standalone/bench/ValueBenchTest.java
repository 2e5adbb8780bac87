package io.shelfwise.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ValueBenchTest {
  @Test
  void everyPieceOfWorkIsMeasuredAndMemoryTold() {
    StringWriter out = new StringWriter();
    int exitCode =
        new CommandLine(new ValueBench())
            .setOut(new PrintWriter(out, true))
            .execute("--customers", "2000", "--runs", "1");

    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("bg-nbd fit of 2,357 customers", "pareto-nbd fit of 2,000 customers")
        .contains("merge of 2,000", "gamma-gamma fit of 2,000", "bg-nbd scores of 2,000")
        .containsPattern("reference: 20,000,000 logarithms on one thread in \\d")
        .containsPattern("\\d+ bytes for the history of a customer");
  }
}
