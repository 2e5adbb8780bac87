package io.shelfwise.value.predict;

import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.purchases.PurchaseFit;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.spend.GammaGammaModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    PurchaseFit purchases = models.purchases().fit();
    out.writeUTF(purchases.kind().label());
    out.writeInt(purchases.regularity());
    write(purchases.estimates(), out);
    out.writeDouble(purchases.logLikelihood());
    write(models.spend().estimates(), out);
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
    PurchaseModel purchases =
        PurchaseModelKind.restore(
            new PurchaseFit(readKind(in), in.readInt(), readEstimates(in), in.readDouble()));
    GammaGammaModel spend = new GammaGammaModel(readEstimates(in), in.readDouble());
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

  private static PurchaseModelKind readKind(DataInput in) throws IOException {
    String label = in.readUTF();
    return PurchaseModelKind.of(label)
        .orElseThrow(() -> new IOException("no purchase model is called " + label));
  }

  private static void write(Estimates estimates, DataOutput out) throws IOException {
    out.writeInt(estimates.size());
    for (int i = 0; i < estimates.size(); i++) {
      out.writeUTF(estimates.names().get(i));
      out.writeDouble(estimates.value(i));
      out.writeBoolean(estimates.isDetermined(i));
      for (int j = 0; j < estimates.size(); j++) {
        out.writeDouble(estimates.covariance(i, j).orElse(0));
      }
    }
  }

  private static Estimates readEstimates(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> names = new ArrayList<>();
    double[] values = new double[size];
    boolean[] determined = new boolean[size];
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      names.add(in.readUTF());
      values[i] = in.readDouble();
      determined[i] = in.readBoolean();
      for (int j = 0; j < size; j++) {
        covariance[i][j] = in.readDouble();
      }
    }
    return new Estimates(names, values, determined, covariance);
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
