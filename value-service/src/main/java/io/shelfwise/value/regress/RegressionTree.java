package io.shelfwise.value.regress;

import io.shelfwise.value.numeric.Bins;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.IndependentRegressionTreeModel;

/**
 * A tree, flat: where {@code row[feature] < value} it goes to the next node, else to {@code right};
 * in a leaf, {@code right} is 0 and the value is the answer.
 */
final class RegressionTree {
  /** How many bins of a feature trees are grown on. */
  static final int BINS = 32;

  private final int[] feature;
  private final int[] right;
  private final double[] value;

  private RegressionTree(int[] feature, int[] right, double[] value) {
    this.feature = feature;
    this.right = right;
    this.value = value;
  }

  private record Cell(int feature, int right, double value) {}

  /** A tree that Tribuo made of bins, with their borders for thresholds. */
  static RegressionTree of(IndependentRegressionTreeModel model, Bins bins) {
    List<Cell> cells = new ArrayList<>();
    add(Objects.requireNonNull(model.getRoots().get(Tribuo.TARGET)), bins, cells);
    return new RegressionTree(
        cells.stream().mapToInt(Cell::feature).toArray(),
        cells.stream().mapToInt(Cell::right).toArray(),
        cells.stream().mapToDouble(Cell::value).toArray());
  }

  private static void add(Node<Regressor> node, Bins bins, List<Cell> cells) {
    int place = cells.size();
    if (node instanceof LeafNode<Regressor> leaf) {
      cells.add(new Cell(0, 0, leaf.getOutput().getValues()[0]));
      return;
    }
    SplitNode<Regressor> split = (SplitNode<Regressor>) node;
    int feature = split.getFeatureID();
    cells.add(new Cell(feature, 0, 0));
    add(split.getLessThanOrEqual(), bins, cells);
    cells.set(
        place, new Cell(feature, cells.size(), bins.borderAfter(feature, split.splitValue())));
    add(split.getGreaterThan(), bins, cells);
  }

  double at(double[] row) {
    int node = 0;
    while (right[node] != 0) {
      node = row[feature[node]] < value[node] ? node + 1 : right[node];
    }
    return value[node];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(value.length);
    for (int i = 0; i < value.length; i++) {
      out.writeInt(feature[i]);
      out.writeInt(right[i]);
      out.writeDouble(value[i]);
    }
  }

  static RegressionTree read(DataInput in) throws IOException {
    int size = in.readInt();
    int[] feature = new int[size];
    int[] right = new int[size];
    double[] value = new double[size];
    for (int i = 0; i < size; i++) {
      feature[i] = in.readInt();
      right[i] = in.readInt();
      value[i] = in.readDouble();
    }
    return new RegressionTree(feature, right, value);
  }
}
