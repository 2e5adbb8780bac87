package io.shelfwise.value.cluster;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * How to look for groups.
 *
 * @param method the method
 * @param features the names of the features that customers are compared by, at least one
 * @param clusters how many clusters; 0: the number of 2 to 10 with the best silhouette. Not for
 *     DBSCAN
 * @param neighborhood DBSCAN: how close neighbours are, in standard deviations; 0: found from the
 *     distances
 * @param minNeighbors DBSCAN: how many neighbours make a region dense; 0: twice the features
 * @param seed where the chance in it starts
 */
public record ClusterQuestion(
    ClusterMethod method,
    List<String> features,
    int clusters,
    double neighborhood,
    int minNeighbors,
    long seed) {
  private static final int DIGEST_BYTES = 8;

  public ClusterQuestion {
    features = List.copyOf(features);
    if (features.isEmpty()) {
      throw new IllegalArgumentException("features: none (expected: at least one)");
    }
    if (clusters < 0 || clusters == 1) {
      throw new IllegalArgumentException("clusters: " + clusters + " (expected: 0, or >= 2)");
    }
    if (!(neighborhood >= 0 && neighborhood < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "neighborhood: " + neighborhood + " (expected: >= 0 and finite)");
    }
    if (minNeighbors < 0) {
      throw new IllegalArgumentException("minNeighbors: " + minNeighbors + " (expected: >= 0)");
    }
  }

  /**
   * A name for the question: 16 hexadecimal digits, the same in every process, and in practice
   * different for every question.
   */
  public String digest() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("memory can be written to, and each Java has SHA-256", e);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(method.name());
    out.writeInt(features.size());
    for (String feature : features) {
      out.writeUTF(feature);
    }
    out.writeInt(clusters);
    out.writeDouble(neighborhood);
    out.writeInt(minNeighbors);
    out.writeLong(seed);
  }

  static ClusterQuestion read(DataInput in) throws IOException {
    ClusterMethod method = ClusterMethod.valueOf(in.readUTF());
    List<String> features = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      features.add(in.readUTF());
    }
    return new ClusterQuestion(
        method, features, in.readInt(), in.readDouble(), in.readInt(), in.readLong());
  }
}
