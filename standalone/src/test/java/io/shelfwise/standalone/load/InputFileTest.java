package io.shelfwise.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.load.InputFile.Format;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {
  @TempDir Path folder;

  @Test
  void aPackedFileIsUnpackedAndAByteOrderMarkLeftOut() throws IOException {
    Path path = folder.resolve("packed.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write("\uFEFFid,title\n".getBytes(StandardCharsets.UTF_8));
    }
    try (BufferedReader reader = new InputFile(path).open()) {
      assertThat(reader.readLine()).isEqualTo("id,title");
    }
  }

  @ParameterizedTest
  @CsvSource({"events.csv, CSV", "EVENTS.CSV.GZ, CSV", "events.jsonl, JSONL", "e.ndjson.gz, JSONL"})
  void theNameTellsTheFormat(String name, Format format) {
    assertThat(new InputFile(Path.of(name)).format()).isEqualTo(format);
  }

  @Test
  void aNameThatTellsNothingAsksForTheOption() {
    assertThatThrownBy(() -> new InputFile(Path.of("events.txt")).format())
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--format");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThatThrownBy(() -> new InputFile(folder.resolve("none.csv")).open())
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("it is not there");
  }
}
