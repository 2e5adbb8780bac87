package io.shelfwise.value.features;

import java.util.OptionalDouble;

/** A customer as of a day, in the numbers of a schema. */
public final class CustomerFeatures {
  private final FeatureSchema schema;
  private final double[] values;

  CustomerFeatures(FeatureSchema schema, double[] values) {
    this.schema = schema;
    this.values = values;
  }

  /** What the numbers are. */
  public FeatureSchema schema() {
    return schema;
  }

  /** The number at a place of the schema. */
  public double value(int place) {
    return values[place];
  }

  /** The number of a name; empty if the schema has no such feature. */
  public OptionalDouble value(String name) {
    return schema.place(name).stream().mapToDouble(place -> values[place]).findFirst();
  }

  /** All numbers, in the schema's order. */
  public double[] values() {
    return values.clone();
  }
}
