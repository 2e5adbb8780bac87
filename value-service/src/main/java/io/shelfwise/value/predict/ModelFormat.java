package io.shelfwise.value.predict;

import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.purchases.PurchaseFit;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.regress.SpendRegressions;
import io.shelfwise.value.regress.SpendRegressor;
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
    out.writeInt(models.fitted().size());
    for (PurchaseModel model : models.fitted()) {
      PurchaseFit fit = model.fit();
      out.writeUTF(fit.kind().label());
      out.writeInt(fit.regularity());
      write(fit.estimates(), out);
      out.writeDouble(fit.logLikelihood());
    }
    out.writeInt(models.fitted().indexOf(models.purchases()));
    out.writeInt(models.fitted().indexOf(models.lifecycle()));
    write(models.spend().estimates(), out);
    out.writeDouble(models.spend().logLikelihood());
    out.writeBoolean(models.regressor().isPresent());
    if (models.regressor().isPresent()) {
      models.regressor().get().write(out);
    }
    out.writeBoolean(models.judgements().isPresent());
    if (models.judgements().isPresent()) {
      JudgementFormat.write(models.judgements().get(), out);
    }
    out.writeInt(models.refusals().size());
    for (Map.Entry<String, String> refusal : models.refusals().entrySet()) {
      out.writeUTF(refusal.getKey());
      out.writeUTF(refusal.getValue());
    }
    write(models.provenance(), out);
  }

  private static ValueModels readModels(DataInput in) throws IOException {
    List<PurchaseModel> fitted = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      PurchaseModelKind kind = kind(in.readUTF());
      fitted.add(
          PurchaseModelKind.restore(
              new PurchaseFit(kind, in.readInt(), readEstimates(in), in.readDouble())));
    }
    PurchaseModel purchases = fitted.get(in.readInt());
    PurchaseModel lifecycle = fitted.get(in.readInt());
    GammaGammaModel spend = new GammaGammaModel(readEstimates(in), in.readDouble());
    Optional<SpendRegressor> regressor =
        in.readBoolean() ? Optional.of(SpendRegressions.read(in)) : Optional.empty();
    Optional<Judgements> judgements =
        in.readBoolean() ? Optional.of(JudgementFormat.read(in)) : Optional.empty();
    Map<String, String> refusals = new HashMap<>();
    for (int count = in.readInt(); count > 0; count--) {
      refusals.put(in.readUTF(), in.readUTF());
    }
    return new ValueModels(
        fitted, purchases, lifecycle, spend, regressor, judgements, refusals, readProvenance(in));
  }

  private static PurchaseModelKind kind(String label) throws IOException {
    return PurchaseModelKind.of(label)
        .orElseThrow(() -> new IOException("there is no purchase model " + label));
  }

  private static void write(Estimates estimates, DataOutput out) throws IOException {
    int size = estimates.size();
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeUTF(estimates.names().get(i));
      out.writeDouble(estimates.value(i));
      out.writeBoolean(estimates.isDetermined(i));
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        out.writeDouble(estimates.covariance(i, j).orElse(0));
      }
    }
  }

  private static Estimates readEstimates(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> names = new ArrayList<>();
    double[] values = new double[size];
    boolean[] determined = new boolean[size];
    for (int i = 0; i < size; i++) {
      names.add(in.readUTF());
      values[i] = in.readDouble();
      determined[i] = in.readBoolean();
    }
    double[][] covariance = new double[size][size];
    for (double[] row : covariance) {
      for (int j = 0; j < size; j++) {
        row[j] = in.readDouble();
      }
    }
    return new Estimates(names, values, determined, covariance);
  }

  private static void write(Provenance provenance, DataOutput out) throws IOException {
    out.writeLong(provenance.customers());
    out.writeLong(provenance.repeaters());
    out.writeLong(provenance.asOfMillis());
    // Of any length: a cursor may tell the place in many parts of the log.
    byte[] cursor = provenance.cursor().getBytes(StandardCharsets.UTF_8);
    out.writeInt(cursor.length);
    out.write(cursor);
    out.writeLong(provenance.fitMillis());
    out.writeLong(provenance.took().toNanos());
  }

  private static Provenance readProvenance(DataInput in) throws IOException {
    long customers = in.readLong();
    long repeaters = in.readLong();
    long asOfMillis = in.readLong();
    byte[] cursor = new byte[in.readInt()];
    in.readFully(cursor);
    return new Provenance(
        customers,
        repeaters,
        asOfMillis,
        new String(cursor, StandardCharsets.UTF_8),
        in.readLong(),
        Duration.ofNanos(in.readLong()));
  }
}
