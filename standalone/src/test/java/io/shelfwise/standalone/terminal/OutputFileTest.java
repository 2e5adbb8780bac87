package io.shelfwise.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsWrittenWholeTakesTheOldOnesPlace() throws IOException {
    Path path = Files.writeString(folder.resolve("top.tsv"), "old");

    OutputFile.of("--write-top", path).write(out -> out.write(bytes("new")));

    assertThat(path).hasContent("new");
    assertThat(names()).containsExactly("top.tsv");
  }

  @Test
  void whatFailsLeavesTheOldOneAndNothingBesideIt() throws IOException {
    Path path = Files.writeString(folder.resolve("top.tsv"), "old");

    assertThatThrownBy(
            () ->
                OutputFile.of("--write-top", path)
                    .write(
                        out -> {
                          out.write(bytes("half of the n"));
                          throw new IOException("no space is left");
                        }))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(path + " cannot be written: no space is left");

    assertThat(path).hasContent("old");
    assertThat(names()).containsExactly("top.tsv");
  }

  @Test
  void aLinkRemainsOne() throws IOException {
    Path far = Files.createDirectory(folder.resolve("far"));
    Path path = Files.writeString(far.resolve("top.tsv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.tsv"), path);

    OutputFile.of("--write-top", link).write(out -> out.write(bytes("new")));

    assertThat(link).isSymbolicLink();
    assertThat(path).hasContent("new");
  }

  @Test
  void aFolderThatIsNotThereIsToldBeforeAnythingIsDone() {
    assertThatThrownBy(() -> OutputFile.of("--plot", folder.resolve("none/plot.png")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("--plot: ")
        .hasMessageContaining("(expected: a file in a folder that is there; ");
    assertThatThrownBy(() -> OutputFile.of("--plot", folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("(expected: a file, not a folder)");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.map(path -> path.getFileName().toString()).toList().stream();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
