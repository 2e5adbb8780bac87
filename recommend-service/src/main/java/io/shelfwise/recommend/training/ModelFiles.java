package io.shelfwise.recommend.training;

import io.shelfwise.recommend.cooccurrence.CooccurrenceModel;
import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.neighbors.NeighborsModel;
import io.shelfwise.recommend.store.Provenance;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The models of each store on disk, a file a store.
 *
 * <p>A model speaks of products by number; so the ids of the numbers are kept with it. A file whose
 * numbers mean other products than those in memory is refused like a damaged one, and the models
 * are made anew.
 */
public final class ModelFiles {
  private static final int VERSION = 1;
  private static final String ENDING = ".models";

  private final Path folder;

  /** The models in a folder, which need not be there yet. */
  public ModelFiles(Path folder) {
    this.folder = folder;
  }

  /** Lets the models on disk answer for their stores. */
  public void load(Stores stores) {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String id =
          URLDecoder.decode(
              name.substring(0, name.length() - ENDING.length()), StandardCharsets.UTF_8);
      Store store = stores.get(id);
      new SnapshotFile(file, VERSION).read(in -> read(store, in)).ifPresent(store.models()::set);
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** Forgets all models. */
  public void clear() {
    try {
      for (Path file : files()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a store's models. */
  void save(Store store, TrainedModels models) {
    String name = URLEncoder.encode(store.id(), StandardCharsets.UTF_8) + ENDING;
    new SnapshotFile(folder.resolve(name), VERSION).write(out -> write(store, models, out));
  }

  private static void write(Store store, TrainedModels models, DataOutputStream out)
      throws IOException {
    writeStrings(store.interactions().products().ids(), out);
    writeProvenance(models.provenance(), out);
    writeStrings(models.neighbors().interests().customers(), out);
    models.neighbors().interests().matrix().write(out);
    models.cooccurrence().companions().write(out);
  }

  private static TrainedModels read(Store store, DataInputStream in) throws IOException {
    if (!store.interactions().products().adopt(readStrings(in))) {
      throw new IOException("products are numbered otherwise than in the store " + store.id());
    }
    Provenance provenance = readProvenance(in);
    Interests interests = new Interests(readStrings(in), SparseMatrix.read(in));
    return new TrainedModels(
        NeighborsModel.of(interests), CooccurrenceModel.of(SparseMatrix.read(in)), provenance);
  }

  private static void writeProvenance(Provenance provenance, DataOutputStream out)
      throws IOException {
    // It may be longer than writeUTF can take.
    byte[] cursor = provenance.cursor().getBytes(StandardCharsets.UTF_8);
    out.writeInt(cursor.length);
    out.write(cursor);
    out.writeLong(provenance.events());
    out.writeLong(provenance.time().toEpochMilli());
    out.writeInt(provenance.seconds().size());
    for (Map.Entry<String, Double> entry : provenance.seconds().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue());
    }
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
    Map<String, Double> seconds = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      seconds.put(in.readUTF(), in.readDouble());
    }
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
