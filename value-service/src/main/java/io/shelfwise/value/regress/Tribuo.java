package io.shelfwise.value.regress;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Rows of numbers as Tribuo wants to have them. */
final class Tribuo {
  static final String TARGET = "spend";

  /** Tribuo tells of each tree; kept here, since loggers are forgotten when nobody holds them. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.tribuo.ensemble"), Logger.getLogger("org.tribuo.regression"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private Tribuo() {}

  static Dataset<Regressor> examples(double[][] rows, double[] targets) {
    RegressionFactory factory = new RegressionFactory();
    MutableDataset<Regressor> examples =
        new MutableDataset<>(new SimpleDataSourceProvenance("customers", factory), factory);
    String[] names = names(rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      examples.add(new ArrayExample<>(new Regressor(TARGET, targets[i]), names, rows[i]));
    }
    return examples;
  }

  /** Tribuo numbers features in the order of their names, which is to be ours. */
  static String[] names(int features) {
    return IntStream.range(0, features).mapToObj("%04d"::formatted).toArray(String[]::new);
  }
}
