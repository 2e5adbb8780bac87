package io.shelfwise.value;

import io.shelfwise.rpc.SnapshotFile;
import io.shelfwise.value.cluster.Clustering;
import io.shelfwise.value.cluster.StoreClusterings;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.predict.ModelFormat;
import io.shelfwise.value.predict.StoreModels;
import io.shelfwise.value.predict.ValueModels;
import java.nio.file.Path;
import java.util.Map;

/**
 * Keeps what was made of the log over a restart. It is no source of truth: without it the log is
 * followed from its beginning.
 */
final class ValueSnapshot {
  private static final int VERSION = 4;

  private final SnapshotFile file;
  private Content written;

  /** What was written, by what tells it apart. */
  private record Content(
      String cursor,
      Map<String, ValueModels> models,
      Map<String, Map<String, Clustering>> clusterings) {}

  /** What was kept. */
  record Kept(Histories histories, Map<String, ValueModels> models, StoreClusterings clusterings) {}

  ValueSnapshot(Path path) {
    this.file = new SnapshotFile(path, VERSION);
    this.written = new Content("", Map.of(), Map.of());
  }

  /** What was kept; nothing when there is no snapshot that can be used. */
  Kept read() {
    Kept kept =
        file.read(
                in -> new Kept(Histories.read(in), ModelFormat.read(in), StoreClusterings.read(in)))
            .orElseGet(() -> new Kept(new Histories(), Map.of(), new StoreClusterings()));
    written = new Content(kept.histories().cursor(), kept.models(), kept.clusterings().all());
    return kept;
  }

  /** Writes, unless nothing has changed since. */
  synchronized void write(Histories histories, StoreModels models, StoreClusterings clusterings) {
    Content content = new Content(histories.cursor(), models.all(), clusterings.all());
    if (!content.equals(written)) {
      file.write(
          out -> {
            histories.write(out);
            ModelFormat.write(content.models(), out);
            clusterings.write(out);
          });
      written = content;
    }
  }
}
