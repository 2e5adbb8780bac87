package io.shelfwise.recommend.training;

import static io.shelfwise.recommend.training.SnapshotFields.readInstant;
import static io.shelfwise.recommend.training.SnapshotFields.readList;
import static io.shelfwise.recommend.training.SnapshotFields.readOptional;
import static io.shelfwise.recommend.training.SnapshotFields.readText;
import static io.shelfwise.recommend.training.SnapshotFields.writeInstant;
import static io.shelfwise.recommend.training.SnapshotFields.writeList;
import static io.shelfwise.recommend.training.SnapshotFields.writeOptional;
import static io.shelfwise.recommend.training.SnapshotFields.writeText;

import io.shelfwise.recommend.catalog.StoreDirectory;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.training.RecommenderTraining.Outcome;
import io.shelfwise.rpc.SnapshotFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The trainings of each store that have ended, on disk, a file a store. */
public final class TrainingFiles {
  private static final int VERSION = 1;

  private final Path folder;

  /** The files in a folder, which need not be there yet. */
  public TrainingFiles(Path folder) {
    this.folder = folder;
  }

  /** The trainings of a store, the oldest first; none if there is no file that can be read. */
  List<Training> load(String store) {
    return file(store).read(in -> readList(in, each -> read(store, each))).orElse(List.of());
  }

  /**
   * Keeps the trainings of a store, which are given the newest first, as far as they have ended.
   */
  void save(String store, List<Training> trainings) {
    List<Training> ended =
        trainings.reversed().stream().filter(training -> !training.isUnderWay()).toList();
    file(store).write(out -> writeList(ended, out, TrainingFiles::write));
  }

  private SnapshotFile file(String store) {
    String name = StoreDirectory.nameOf(store) + ".trainings";
    return new SnapshotFile(folder.resolve(name), VERSION);
  }

  private static void write(Training training, DataOutputStream out) throws IOException {
    writeText(training.id(), out);
    writeText(training.state().name(), out);
    writeInstant(training.start(), out);
    writeOptional(training.end(), out, SnapshotFields::writeInstant);
    out.writeBoolean(training.force());
    writeList(training.recommenders(), out, TrainingFiles::write);
    writeText(training.reason(), out);
  }

  private static Training read(String store, DataInputStream in) throws IOException {
    return new Training(
        store,
        readText(in),
        named(Training.State.class, readText(in)),
        readInstant(in),
        readOptional(in, SnapshotFields::readInstant),
        in.readBoolean(),
        readList(in, TrainingFiles::readRecommender),
        readText(in));
  }

  private static void write(RecommenderTraining one, DataOutputStream out) throws IOException {
    writeText(one.name().text(), out);
    writeText(one.outcome().name(), out);
    out.writeDouble(one.progress());
    writeText(one.reason(), out);
    writeOptional(one.provenance(), out, SnapshotFields::writeProvenance);
    writeOptional(one.measures(), out, SnapshotFields::writeMeasures);
    writeOptional(one.before(), out, SnapshotFields::writeMeasures);
  }

  private static RecommenderTraining readRecommender(DataInputStream in) throws IOException {
    String name = readText(in);
    return new RecommenderTraining(
        RecommenderName.of(name)
            .orElseThrow(() -> new IOException("recommender: " + name + " is none any more")),
        named(Outcome.class, readText(in)),
        in.readDouble(),
        readText(in),
        readOptional(in, SnapshotFields::readProvenance),
        readOptional(in, SnapshotFields::readMeasures),
        readOptional(in, SnapshotFields::readMeasures));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) throws IOException {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new IOException(type.getSimpleName() + ": " + name + " is none any more", e);
    }
  }
}
