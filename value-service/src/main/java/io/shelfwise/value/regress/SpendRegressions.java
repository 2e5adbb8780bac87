package io.shelfwise.value.regress;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** The kinds of regression that there are. */
public final class SpendRegressions {
  /** All kinds, with their usual settings, from the simplest on. */
  public static final List<SpendRegression> ALL =
      List.of(ElasticNet.USUAL, RandomForest.USUAL, GradientBoosting.USUAL);

  private SpendRegressions() {}

  /** Reads what {@link SpendRegressor#write} wrote. */
  public static SpendRegressor read(DataInput in) throws IOException {
    String name = in.readUTF();
    return switch (name) {
      case ElasticNet.NAME -> LinearRegressor.read(in);
      case RandomForest.NAME, GradientBoosting.NAME -> TreesRegressor.read(name, in);
      default -> throw new IOException("no such regression: " + name);
    };
  }
}
