package io.shelfwise.recommend.training;

import static io.shelfwise.recommend.training.SnapshotFields.readList;
import static io.shelfwise.recommend.training.SnapshotFields.readOptional;
import static io.shelfwise.recommend.training.SnapshotFields.readProvenance;
import static io.shelfwise.recommend.training.SnapshotFields.writeList;
import static io.shelfwise.recommend.training.SnapshotFields.writeOptional;
import static io.shelfwise.recommend.training.SnapshotFields.writeProvenance;

import io.shelfwise.recommend.catalog.StoreDirectory;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.store.HeldOutMeasures;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.store.TrainedModel;
import io.shelfwise.recommend.store.TrainedModels;
import io.shelfwise.rpc.SnapshotFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of each store on disk: a folder a store, a file a recommender.
 *
 * <p>A model speaks of products by number; so the ids of the numbers are kept with it. A file whose
 * numbers mean other products than those in memory is refused like a damaged one, and the models
 * are made anew.
 */
public final class ModelFiles {
  private static final int VERSION = 4;
  private static final String ENDING = ".model";

  private final Path folder;

  /** The models in a folder, which need not be there yet. */
  public ModelFiles(Path folder) {
    this.folder = folder;
  }

  /** Lets the models on disk answer for their stores. */
  public void load(Stores stores, Map<RecommenderName, Trainer<?>> trainers) {
    for (Path ofStore : folders()) {
      Store store = stores.get(StoreDirectory.storeOf(ofStore.getFileName().toString()));
      Map<RecommenderName, TrainedModel> models = new EnumMap<>(RecommenderName.class);
      trainers.forEach(
          (name, trainer) ->
              new SnapshotFile(file(store, name), VERSION)
                  .read(in -> read(store, trainer, in))
                  .ifPresent(model -> models.put(name, model)));
      store.models().put(new TrainedModels(models));
    }
  }

  /** The folders of stores. */
  private List<Path> folders() {
    return Files.isDirectory(folder)
        ? entries(folder).stream().filter(Files::isDirectory).toList()
        : List.of();
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.forEach(entries::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** Forgets all models. */
  public void clear() {
    try {
      for (Path ofStore : folders()) {
        // A draft that was never finished, too.
        for (Path file : entries(ofStore)) {
          Files.delete(file);
        }
        Files.delete(ofStore);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a store's models. */
  void save(Store store, TrainedModels models) {
    for (Map.Entry<RecommenderName, TrainedModel> model : models.all().entrySet()) {
      new SnapshotFile(file(store, model.getKey()), VERSION)
          .write(out -> write(store, model.getValue(), out));
    }
  }

  /** Keeps a recommender's model no longer. */
  void delete(Store store, RecommenderName name) {
    try {
      Files.deleteIfExists(file(store, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Store store, RecommenderName name) {
    return folder.resolve(StoreDirectory.nameOf(store.id())).resolve(name.text() + ENDING);
  }

  private static void write(Store store, TrainedModel trained, DataOutputStream out)
      throws IOException {
    writeList(store.interactions().products().ids(), out, (id, each) -> each.writeUTF(id));
    writeProvenance(trained.provenance(), out);
    writeOptional(trained.measures(), out, SnapshotFields::writeMeasures);
    trained.model().write(out);
  }

  private static TrainedModel read(Store store, Trainer<?> trainer, DataInputStream in)
      throws IOException {
    if (!store.interactions().products().adopt(readList(in, each -> each.readUTF()))) {
      throw new IOException("products are numbered otherwise than in the store " + store.id());
    }
    Provenance provenance = readProvenance(in);
    Optional<HeldOutMeasures> measures = readOptional(in, SnapshotFields::readMeasures);
    return new TrainedModel(trainer.read(in), provenance, measures);
  }
}
