package io.shelfwise.value.predict;

import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.judge.Decile;
import io.shelfwise.value.judge.FrequencyGroup;
import io.shelfwise.value.judge.Tracking;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How judgements are written to a snapshot and read from it. */
final class JudgementFormat {
  private JudgementFormat() {}

  static void write(Judgements judgements, DataOutput out) throws IOException {
    out.writeInt(judgements.days());
    out.writeInt(judgements.firstDay());
    writeAll(judgements.purchases(), out);
    writeAll(judgements.values(), out);
    List<Tracking.Period> periods = judgements.tracking().periods();
    out.writeInt(periods.size());
    for (Tracking.Period period : periods) {
      out.writeDouble(period.end());
      out.writeDouble(period.actual());
      out.writeDouble(period.expected());
      out.writeDouble(period.actualSoFar());
      out.writeDouble(period.expectedSoFar());
    }
    out.writeInt(judgements.frequencies().size());
    for (FrequencyGroup group : judgements.frequencies()) {
      out.writeInt(group.frequency());
      out.writeLong(group.customers());
      out.writeDouble(group.actualMean());
      out.writeDouble(group.expectedMean());
    }
  }

  static Judgements read(DataInput in) throws IOException {
    int days = in.readInt();
    int firstDay = in.readInt();
    List<Judgement> purchases = readAll(in);
    List<Judgement> values = readAll(in);
    List<Tracking.Period> periods = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      periods.add(
          new Tracking.Period(
              in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    List<FrequencyGroup> frequencies = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      frequencies.add(
          new FrequencyGroup(in.readInt(), in.readLong(), in.readDouble(), in.readDouble()));
    }
    return new Judgements(days, firstDay, purchases, values, new Tracking(periods), frequencies);
  }

  private static void writeAll(List<Judgement> judgements, DataOutput out) throws IOException {
    out.writeInt(judgements.size());
    for (Judgement judgement : judgements) {
      out.writeUTF(judgement.model());
      Accuracy accuracy = judgement.accuracy();
      out.writeLong(accuracy.customers());
      out.writeDouble(accuracy.actual());
      out.writeDouble(accuracy.expected());
      out.writeDouble(accuracy.mae());
      out.writeDouble(accuracy.rmse());
      write(accuracy.bias(), out);
      out.writeDouble(accuracy.msle());
      write(accuracy.gini(), out);
      out.writeInt(judgement.deciles().size());
      for (Decile decile : judgement.deciles()) {
        out.writeInt(decile.number());
        out.writeLong(decile.customers());
        out.writeDouble(decile.actualMean());
        out.writeDouble(decile.expectedMean());
      }
    }
  }

  private static List<Judgement> readAll(DataInput in) throws IOException {
    List<Judgement> judgements = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      String model = in.readUTF();
      Accuracy accuracy =
          new Accuracy(
              in.readLong(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              readOptional(in),
              in.readDouble(),
              readOptional(in));
      List<Decile> deciles = new ArrayList<>();
      for (int decile = in.readInt(); decile > 0; decile--) {
        deciles.add(new Decile(in.readInt(), in.readLong(), in.readDouble(), in.readDouble()));
      }
      judgements.add(new Judgement(model, accuracy, deciles));
    }
    return judgements;
  }

  private static void write(OptionalDouble number, DataOutput out) throws IOException {
    out.writeBoolean(number.isPresent());
    if (number.isPresent()) {
      out.writeDouble(number.getAsDouble());
    }
  }

  private static OptionalDouble readOptional(DataInput in) throws IOException {
    return in.readBoolean() ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty();
  }
}
