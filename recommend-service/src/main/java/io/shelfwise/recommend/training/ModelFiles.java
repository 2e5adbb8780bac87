package io.shelfwise.recommend.training;

import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Trainer;
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
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The models of each store on disk: a folder a store, a file a recommender.
 *
 * <p>A model speaks of products by number; so the ids of the numbers are kept with it. A file whose
 * numbers mean other products than those in memory is refused like a damaged one, and the models
 * are made anew.
 */
public final class ModelFiles {
  private static final int VERSION = 2;
  private static final String ENDING = ".model";

  private final Path folder;

  /** The models in a folder, which need not be there yet. */
  public ModelFiles(Path folder) {
    this.folder = folder;
  }

  /** Lets the models on disk answer for their stores. */
  public void load(Stores stores, Map<RecommenderName, Trainer<?>> trainers) {
    for (Path ofStore : entries(folder, "*")) {
      Store store =
          stores.get(URLDecoder.decode(ofStore.getFileName().toString(), StandardCharsets.UTF_8));
      Map<RecommenderName, TrainedModel> models = new EnumMap<>(RecommenderName.class);
      trainers.forEach(
          (name, trainer) ->
              new SnapshotFile(file(store, name), VERSION)
                  .read(in -> read(store, trainer, in))
                  .ifPresent(model -> models.put(name, model)));
      store.models().put(new TrainedModels(models));
    }
  }

  private static List<Path> entries(Path folder, String pattern) {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
        found.forEach(entries::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return entries;
  }

  /** Forgets all models. */
  public void clear() {
    try {
      for (Path ofStore : entries(folder, "*")) {
        for (Path file : entries(ofStore, "*" + ENDING)) {
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

  private Path file(Store store, RecommenderName name) {
    return folder
        .resolve(URLEncoder.encode(store.id(), StandardCharsets.UTF_8))
        .resolve(name.text() + ENDING);
  }

  private static void write(Store store, TrainedModel trained, DataOutputStream out)
      throws IOException {
    writeStrings(store.interactions().products().ids(), out);
    writeProvenance(trained.provenance(), out);
    trained.model().write(out);
  }

  private static TrainedModel read(Store store, Trainer<?> trainer, DataInputStream in)
      throws IOException {
    if (!store.interactions().products().adopt(readStrings(in))) {
      throw new IOException("products are numbered otherwise than in the store " + store.id());
    }
    Provenance provenance = readProvenance(in);
    return new TrainedModel(trainer.read(in), provenance);
  }

  private static void writeProvenance(Provenance provenance, DataOutputStream out)
      throws IOException {
    // It may be longer than writeUTF can take.
    byte[] cursor = provenance.cursor().getBytes(StandardCharsets.UTF_8);
    out.writeInt(cursor.length);
    out.write(cursor);
    out.writeLong(provenance.events());
    out.writeLong(provenance.time().toEpochMilli());
    out.writeDouble(provenance.seconds());
    out.writeInt(provenance.customers());
    out.writeInt(provenance.products());
    out.writeInt(provenance.interactions());
    out.writeInt(provenance.settings().size());
    for (Map.Entry<String, String> entry : provenance.settings().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
  }

  private static Provenance readProvenance(DataInputStream in) throws IOException {
    String cursor = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    long events = in.readLong();
    Instant time = Instant.ofEpochMilli(in.readLong());
    double seconds = in.readDouble();
    int customers = in.readInt();
    int products = in.readInt();
    int interactions = in.readInt();
    Map<String, String> settings = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      settings.put(in.readUTF(), in.readUTF());
    }
    return new Provenance(
        cursor, events, time, seconds, customers, products, interactions, settings);
  }

  private static void writeStrings(List<String> strings, DataOutputStream out) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      out.writeUTF(string);
    }
  }

  private static List<String> readStrings(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> strings = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      strings.add(in.readUTF());
    }
    return strings;
  }
}
