package io.shelfwise.recommend.training;

import io.shelfwise.recommend.store.HeldOutMeasures;
import io.shelfwise.recommend.store.Provenance;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How what models and trainings have in common is written to snapshots, and read from them. */
final class SnapshotFields {
  private SnapshotFields() {}

  /** Writes one value. */
  @FunctionalInterface
  interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads one value. */
  @FunctionalInterface
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** Text, which may be longer than writeUTF can take. */
  static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  static <T> void writeList(List<T> list, DataOutputStream out, Writer<T> writer)
      throws IOException {
    out.writeInt(list.size());
    for (T value : list) {
      writer.write(value, out);
    }
  }

  static <T> List<T> readList(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(reader.read(in));
    }
    return list;
  }

  static <T> void writeOptional(Optional<T> value, DataOutputStream out, Writer<T> writer)
      throws IOException {
    out.writeBoolean(value.isPresent());
    if (value.isPresent()) {
      writer.write(value.get(), out);
    }
  }

  static <T> Optional<T> readOptional(DataInputStream in, Reader<T> reader) throws IOException {
    return in.readBoolean() ? Optional.of(reader.read(in)) : Optional.empty();
  }

  static void writeInstant(Instant instant, DataOutputStream out) throws IOException {
    out.writeLong(instant.toEpochMilli());
  }

  static Instant readInstant(DataInputStream in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  static void writeProvenance(Provenance provenance, DataOutputStream out) throws IOException {
    writeText(provenance.cursor(), out);
    out.writeLong(provenance.events());
    out.writeLong(provenance.erasures());
    writeInstant(provenance.time(), out);
    out.writeDouble(provenance.seconds());
    out.writeInt(provenance.customers());
    out.writeInt(provenance.products());
    out.writeInt(provenance.interactions());
    out.writeInt(provenance.settings().size());
    for (Map.Entry<String, String> entry : provenance.settings().entrySet()) {
      writeText(entry.getKey(), out);
      writeText(entry.getValue(), out);
    }
  }

  static Provenance readProvenance(DataInputStream in) throws IOException {
    String cursor = readText(in);
    long events = in.readLong();
    long erasures = in.readLong();
    Instant time = readInstant(in);
    double seconds = in.readDouble();
    int customers = in.readInt();
    int products = in.readInt();
    int interactions = in.readInt();
    Map<String, String> settings = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      settings.put(readText(in), readText(in));
    }
    return new Provenance(
        cursor, events, erasures, time, seconds, customers, products, interactions, settings);
  }

  static void writeMeasures(HeldOutMeasures measures, DataOutputStream out) throws IOException {
    out.writeInt(measures.customers());
    out.writeDouble(measures.hitRate20());
    out.writeDouble(measures.ndcg10());
    out.writeDouble(measures.coverage());
  }

  static HeldOutMeasures readMeasures(DataInputStream in) throws IOException {
    return new HeldOutMeasures(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble());
  }
}
