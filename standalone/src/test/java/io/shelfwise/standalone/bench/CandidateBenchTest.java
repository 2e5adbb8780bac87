package io.shelfwise.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CandidateBenchTest {
  @Test
  void aSmallShopIsTrainedAndAskedOverTheWireAndWithout() {
    assertThat(
            bench(
                "--products=300",
                "--customers=400",
                "--recommenders=item-knn,popular",
                "--candidates=20",
                "--rate=20",
                "--warm-up=1",
                "--seconds=1"))
        .contains("300 products, 400 customers", "item-knn: trained in", "popular: trained in")
        .contains("ProposeCandidates at 20 a second: 20 calls")
        .contains("an answer holds 40 candidates", "0.000 recommenders missing")
        .containsPattern("of that: answering \\d+\\.\\d+ ms, the network of both \\d+\\.\\d+ ms")
        .containsPattern("none +0\\.\\d+ ms of the processor's a call, \\d+ kB allocated")
        .containsPattern("item-knn +\\d+\\.\\d+ ms of the processor's a call");
  }

  @Test
  void aRecommenderThatThereIsNotIsNamed() {
    assertThat(bench("--products=300", "--customers=400", "--recommenders=oracle"))
        .contains("--recommenders: oracle (expected: of ");
  }

  @Test
  void aSettingThatThereIsNotIsToldInALine() {
    assertThat(bench("--products=300", "--customers=400", "--set=nix=1"))
        .contains("--set nix=1: there is no setting nix (expected: one of those of autoencoder, ");
  }

  private static String bench(String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter printed = new PrintWriter(out, true);
    int _ =
        new CommandLine(new CandidateBench()).setOut(printed).setErr(printed).execute(arguments);
    return out.toString();
  }
}
