package io.shelfwise.standalone.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class ShelfwiseScriptTest {
  @TempDir Path folder;
  @TempDir Path elsewhere;

  private Checkout checkout = new Checkout(Path.of(""));

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void itBuildsAtTheFirstStartOnly() throws IOException {
    assertThat(checkout.run()).contains("building", "started");
    assertThat(checkout.run()).isEqualTo("started\n");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aChangeThatLeavesTheJarAloneIsBuiltOnce() throws IOException {
    checkout.run();
    checkout.age("standalone/target/shelfwise.jar", Duration.ofHours(2));
    checkout.age("standalone/target/built", Duration.ofHours(2));
    checkout.age("other/src/main/Other.java", Duration.ofHours(1));

    checkout.run();
    checkout.run();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void whatMavenBuiltWithoutTheScriptNeedsNoOtherBuild() throws IOException {
    checkout.run();
    checkout.age("standalone/target/built", Duration.ofHours(2));

    checkout.run();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void theJvmLearnsOnceABuildWhatStartsBeginWith() throws IOException {
    run("evaluate");
    run("evaluate");
    List<String> starts = checkout.starts();
    assertThat(starts).hasSize(3);
    assertThat(starts.getFirst()).contains("-XX:AOTCacheOutput=").endsWith(" rehearse");
    assertThat(starts.subList(1, 3))
        .allSatisfy(start -> assertThat(start).contains("-XX:AOTCache=").endsWith(" evaluate"));
  }

  @Test
  void whatWasLearnedForAnOlderBuildIsNotGiven() throws IOException {
    run("evaluate");
    checkout.age("standalone/target/shelfwise.aot", Duration.ofHours(1));
    run("evaluate");
    assertThat(checkout.starts().getLast()).doesNotContain("AOTCache=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "serve", "evaluate", "bench"})
  void commandsThatReckonWithVectorsAreGivenTheModule(String command) throws IOException {
    run(command);
    assertThat(checkout.starts().getLast())
        .contains("--add-modules jdk.incubator.vector", "-XX:CompileCommandFile=", "-XX:AOTCache=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "import", "value"})
  void othersAreGivenNeitherTheModuleNorWhatWasLearnedWithIt(String command) throws IOException {
    run(command);
    assertThat(checkout.starts().getLast())
        .doesNotContain("--add-modules", "CompileCommandFile=", "AOTCache=");
  }

  @Test
  void aBuildThatWasBrokenOffIsBuiltAgain() throws IOException {
    checkout.write("interrupt", "");
    assertThat(checkout.run()).doesNotContain("started");
    Files.delete(folder.resolve("interrupt"));

    assertThat(checkout.run()).contains("building", "started");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void ofTwoStartsAtOnceOneBuilds() throws IOException {
    Checkout.Started one = checkout.start(folder.resolve("shelfwise"), "--help");
    Checkout.Started other = checkout.start(folder.resolve("shelfwise"), "--help");
    assertThat(Checkout.output(one)).endsWith("started\n");
    assertThat(Checkout.output(other)).endsWith("started\n");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "999999999"})
  void whoWasKilledWhileBuildingIsNotWaitedFor(String builder) throws IOException {
    checkout.write("standalone/target/building/pid", builder);
    assertThat(checkout.run()).contains("building", "started");
  }

  @Test
  void itIsFoundThroughSymbolicLinks() throws IOException {
    Path absolute = elsewhere.resolve("absolute");
    Files.createSymbolicLink(absolute, folder.resolve("shelfwise"));
    Path relative = elsewhere.resolve("relative");
    Files.createSymbolicLink(relative, Path.of("absolute"));

    assertThat(checkout.run(relative, "--help")).contains("started");
  }

  @Test
  void aFolderThatCannotBeBuiltInIsTold() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(folder), "root may write everywhere");
      assertThat(checkout.run())
          .isEqualTo(
              "shelfwise: it has not been built, and "
                  + folder.toRealPath()
                  + " cannot be written to\n");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void run(String command) {
    var _ = checkout.run(folder.resolve("shelfwise"), command);
  }
}
