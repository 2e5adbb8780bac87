package io.shelfwise.value.predict;

import io.shelfwise.value.purchases.BgNbdModel;
import io.shelfwise.value.purchases.BgNbdParameters;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaParameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How fitted models are written to a snapshot and read from it. */
public final class ModelFormat {
  private ModelFormat() {}

  /** Writes the models of each store. */
  public static void write(Map<String, ValueModels> models, DataOutput out) throws IOException {
    out.writeInt(models.size());
    for (Map.Entry<String, ValueModels> store : models.entrySet()) {
      out.writeUTF(store.getKey());
      write(store.getValue(), out);
    }
  }

  /** Reads what {@link #write(Map, DataOutput)} wrote. */
  public static Map<String, ValueModels> read(DataInput in) throws IOException {
    Map<String, ValueModels> models = new HashMap<>();
    for (int count = in.readInt(); count > 0; count--) {
      models.put(in.readUTF(), readModels(in));
    }
    return models;
  }

  private static void write(ValueModels models, DataOutput out) throws IOException {
    BgNbdParameters purchases = models.purchases().parameters();
    out.writeDouble(purchases.r());
    out.writeDouble(purchases.alpha());
    out.writeDouble(purchases.a());
    out.writeDouble(purchases.b());
    out.writeDouble(models.purchases().logLikelihood());
    GammaGammaParameters spend = models.spend().parameters();
    out.writeDouble(spend.p());
    out.writeDouble(spend.q());
    out.writeDouble(spend.gamma());
    out.writeDouble(models.spend().logLikelihood());
    out.writeBoolean(models.holdout().isPresent());
    if (models.holdout().isPresent()) {
      write(models.holdout().get(), out);
    }
    out.writeLong(models.customers());
    out.writeLong(models.repeaters());
    out.writeLong(models.asOfMillis());
    byte[] cursor = models.cursor().getBytes(StandardCharsets.UTF_8);
    out.writeInt(cursor.length);
    out.write(cursor);
    out.writeLong(models.fitMillis());
    out.writeLong(models.took().toNanos());
  }

  private static ValueModels readModels(DataInput in) throws IOException {
    BgNbdModel purchases =
        new BgNbdModel(
            new BgNbdParameters(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
            in.readDouble());
    GammaGammaModel spend =
        new GammaGammaModel(
            new GammaGammaParameters(in.readDouble(), in.readDouble(), in.readDouble()),
            in.readDouble());
    Optional<Holdout> holdout = in.readBoolean() ? Optional.of(readHoldout(in)) : Optional.empty();
    long customers = in.readLong();
    long repeaters = in.readLong();
    long asOfMillis = in.readLong();
    byte[] cursor = new byte[in.readInt()];
    in.readFully(cursor);
    return new ValueModels(
        purchases,
        spend,
        holdout,
        customers,
        repeaters,
        asOfMillis,
        new String(cursor, StandardCharsets.UTF_8),
        in.readLong(),
        Duration.ofNanos(in.readLong()));
  }

  private static void write(Holdout holdout, DataOutput out) throws IOException {
    out.writeInt(holdout.days());
    out.writeLong(holdout.customers());
    out.writeDouble(holdout.actualPurchases());
    out.writeDouble(holdout.expectedPurchases());
    out.writeDouble(holdout.mae());
    out.writeDouble(holdout.rmse());
  }

  private static Holdout readHoldout(DataInput in) throws IOException {
    return new Holdout(
        in.readInt(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
