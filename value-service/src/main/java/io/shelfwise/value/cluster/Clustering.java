package io.shelfwise.value.cluster;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Groups of customers that were found, as of a day. Who came later is in none of them.
 *
 * @param question how they were looked for
 * @param clusters the clusters, the largest first
 * @param noise how many customers are in none, of DBSCAN
 * @param silhouette the mean silhouette, −1 to 1
 * @param calinskiHarabasz spread between clusters over spread within them
 * @param elbow how well other numbers of clusters do; empty for DBSCAN
 * @param compared how many customers were compared with each other; the others were given to the
 *     nearest cluster
 * @param asOfMillis as of when
 * @param members who is in which
 */
public record Clustering(
    ClusterQuestion question,
    List<Cluster> clusters,
    int noise,
    double silhouette,
    double calinskiHarabasz,
    List<ElbowPoint> elbow,
    int compared,
    long asOfMillis,
    Members members) {
  public Clustering {
    clusters = List.copyOf(clusters);
    elbow = List.copyOf(elbow);
  }

  /**
   * A cluster.
   *
   * @param customers how many are in it
   * @param centroid the means of its customers' features, in the question's order and the features'
   *     own units
   */
  public record Cluster(int customers, List<Double> centroid) {
    public Cluster {
      centroid = List.copyOf(centroid);
    }
  }

  /** The place of a customer's cluster, from 0; empty for one who is in none. */
  public OptionalInt clusterOf(String customer) {
    return members.clusterOf(customer);
  }

  /** The customers of a cluster, by its place, in the order of their ids. */
  public Stream<String> membersOf(int cluster) {
    return members.in(cluster);
  }

  void write(DataOutput out) throws IOException {
    question.write(out);
    out.writeInt(clusters.size());
    for (Cluster cluster : clusters) {
      out.writeInt(cluster.customers());
      for (double coordinate : cluster.centroid()) {
        out.writeDouble(coordinate);
      }
    }
    out.writeInt(noise);
    out.writeDouble(silhouette);
    out.writeDouble(calinskiHarabasz);
    out.writeInt(elbow.size());
    for (ElbowPoint point : elbow) {
      out.writeInt(point.clusters());
      out.writeDouble(point.within());
      out.writeDouble(point.silhouette());
    }
    out.writeInt(compared);
    out.writeLong(asOfMillis);
    members.write(out);
  }

  static Clustering read(DataInput in) throws IOException {
    ClusterQuestion question = ClusterQuestion.read(in);
    List<Cluster> clusters = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      int customers = in.readInt();
      List<Double> centroid = new ArrayList<>();
      for (int j = 0; j < question.features().size(); j++) {
        centroid.add(in.readDouble());
      }
      clusters.add(new Cluster(customers, centroid));
    }
    int noise = in.readInt();
    double silhouette = in.readDouble();
    double calinskiHarabasz = in.readDouble();
    List<ElbowPoint> elbow = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      elbow.add(new ElbowPoint(in.readInt(), in.readDouble(), in.readDouble()));
    }
    return new Clustering(
        question,
        clusters,
        noise,
        silhouette,
        calinskiHarabasz,
        elbow,
        in.readInt(),
        in.readLong(),
        Members.read(in));
  }
}
