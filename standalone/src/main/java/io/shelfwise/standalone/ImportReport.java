package io.shelfwise.standalone;

import io.shelfwise.standalone.load.Delivery;
import io.shelfwise.standalone.load.Rejection;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was rejected and why: the first rows where the command was typed, all of them in a
 * file if one is named.
 */
final class ImportReport implements Consumer<Rejection>, AutoCloseable {
  private static final int SHOWN = 20;

  private final PrintWriter err;
  private final @Nullable PrintWriter file;
  private long count;

  ImportReport(PrintWriter err, Optional<Path> file) {
    this.err = err;
    this.file = file.map(ImportReport::create).orElse(null);
  }

  private static PrintWriter create(Path file) {
    try {
      return new PrintWriter(Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new CommandFailure("the report cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void accept(Rejection rejection) {
    count++;
    if (count <= SHOWN) {
      err.println(rejection);
    }
    if (count == SHOWN + 1) {
      err.println(file == null ? "… (--report FILE writes them all)" : "…");
    }
    if (file != null) {
      file.println(rejection);
    }
  }

  /** Says what came of everything; the exit code. */
  int conclude(PrintWriter out, Delivery.Total total) {
    out.printf(
        "%,d written, %,d were there already, %,d rejected%n",
        total.written(), total.repeated(), count);
    out.flush();
    return count == 0 ? 0 : 1;
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
