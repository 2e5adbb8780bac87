package io.shelfwise.recommend.catalog;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A product as the bytes that its index stores, all of it, so that the index is the catalogue's
 * only copy.
 *
 * <p>The first byte is the format's version. A later version may add fields at the end and reads
 * what earlier ones wrote.
 */
final class ProductSource {
  private static final byte VERSION = 3;

  /** Knew nothing of languages and embeddings. */
  private static final byte FIRST_VERSION = 1;

  /** The first that knows when a product was first written. */
  private static final byte WITH_CREATION = 3;

  private ProductSource() {}

  static BytesRef write(CatalogProduct product) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeByte(VERSION);
      out.writeString(product.id());
      write(product.wording(), out);
      write(product.offer(), out);
      out.writeMapOfStrings(product.attributes());
      out.writeString(product.uri());
      write(product.updateTime(), out);
      out.writeString(product.wording().language());
      write(product.embedding(), out);
      write(product.createTime(), out);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static CatalogProduct read(BytesRef source) throws IOException {
    DataInput in = new ByteArrayDataInput(source.bytes, source.offset, source.length);
    byte version = in.readByte();
    if (version < FIRST_VERSION || version > VERSION) {
      throw new IOException(
          "product format: " + version + " (expected: " + FIRST_VERSION + " to " + VERSION + ")");
    }
    String id = in.readString();
    Wording wording = readWording(in);
    Offer offer = readOffer(in);
    Map<String, String> attributes = in.readMapOfStrings();
    String uri = in.readString();
    Instant updateTime = readInstant(in);
    boolean first = version == FIRST_VERSION;
    return new CatalogProduct(
        id,
        first ? wording : wording.in(in.readString()),
        offer,
        attributes,
        uri,
        first ? Optional.empty() : readEmbedding(in),
        updateTime,
        version < WITH_CREATION ? updateTime : readInstant(in));
  }

  private static void write(Optional<Embedding> embedding, DataOutput out) throws IOException {
    float[] values = embedding.map(Embedding::values).orElse(new float[0]);
    out.writeVInt(values.length);
    for (float value : values) {
      out.writeInt(Float.floatToIntBits(value));
    }
  }

  private static Optional<Embedding> readEmbedding(DataInput in) throws IOException {
    float[] values = new float[in.readVInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(in.readInt());
    }
    return values.length == 0 ? Optional.empty() : Optional.of(Embedding.of(values));
  }

  private static void write(Instant time, DataOutput out) throws IOException {
    out.writeZLong(time.getEpochSecond());
    out.writeVInt(time.getNano());
  }

  private static Instant readInstant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readZLong(), in.readVInt());
  }

  private static void write(Wording wording, DataOutput out) throws IOException {
    out.writeString(wording.title());
    out.writeString(wording.description());
    out.writeString(wording.brand());
    out.writeVInt(wording.categories().size());
    for (String category : wording.categories()) {
      out.writeString(category);
    }
  }

  private static Wording readWording(DataInput in) throws IOException {
    String title = in.readString();
    String description = in.readString();
    String brand = in.readString();
    String[] categories = new String[in.readVInt()];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = in.readString();
    }
    return new Wording(title, description, brand, List.of(categories));
  }

  private static void write(Offer offer, DataOutput out) throws IOException {
    out.writeByte((byte) (offer.price().isPresent() ? 1 : 0));
    if (offer.price().isPresent()) {
      out.writeString(offer.price().get().currencyCode());
      out.writeVLong(offer.price().get().micros());
    }
    out.writeLong(Double.doubleToLongBits(offer.margin()));
    out.writeVLong(offer.stock());
    out.writeString(offer.availability().name());
    out.writeByte((byte) (offer.hidden() ? 1 : 0));
  }

  private static Offer readOffer(DataInput in) throws IOException {
    Optional<Price> price =
        in.readByte() == 1
            ? Optional.of(new Price(in.readString(), in.readVLong()))
            : Optional.empty();
    return new Offer(
        price,
        Double.longBitsToDouble(in.readLong()),
        in.readVLong(),
        Availability.valueOf(in.readString()),
        in.readByte() == 1);
  }
}
