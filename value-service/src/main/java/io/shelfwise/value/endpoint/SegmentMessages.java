package io.shelfwise.value.endpoint;

import io.shelfwise.value.cluster.Clustering;
import io.shelfwise.value.demand.QuestionDemand;
import io.shelfwise.value.explain.Condition;
import io.shelfwise.value.explain.Explanation;
import io.shelfwise.value.explain.Rule;
import io.shelfwise.value.v1.Cluster;
import io.shelfwise.value.v1.ElbowPoint;
import io.shelfwise.value.v1.SegmentCondition;
import io.shelfwise.value.v1.SegmentExplanation;
import io.shelfwise.value.v1.SegmentRule;
import java.util.List;

/** What was found out about groups as the contract's messages. */
final class SegmentMessages {
  private SegmentMessages() {}

  static io.shelfwise.value.v1.Clustering clustering(String id, Clustering found) {
    List<String> features = found.question().features();
    var message =
        io.shelfwise.value.v1.Clustering.newBuilder()
            .setClusteringId(id)
            .addAllFeatures(features)
            .setNoiseCount(found.noise())
            .setSilhouette(found.silhouette())
            .setCalinskiHarabasz(found.calinskiHarabasz())
            .setComparedCount(found.compared())
            .setAsOfTime(Messages.timestamp(found.asOfMillis()));
    for (int place = 0; place < found.clusters().size(); place++) {
      Clustering.Cluster cluster = found.clusters().get(place);
      Cluster.Builder one =
          Cluster.newBuilder()
              .setSegment(Segments.clusterId(id, place))
              .setCustomerCount(cluster.customers());
      for (int j = 0; j < features.size(); j++) {
        one.putCentroid(features.get(j), cluster.centroid().get(j));
      }
      message.addClusters(one);
    }
    found
        .elbow()
        .forEach(
            point ->
                message.addElbow(
                    ElbowPoint.newBuilder()
                        .setClusterCount(point.clusters())
                        .setWithinSumOfSquares(point.within())
                        .setSilhouette(point.silhouette())));
    return message.build();
  }

  static SegmentExplanation explanation(String name, Explanation explanation) {
    return SegmentExplanation.newBuilder()
        .setName(name)
        .addAllRules(explanation.rules().stream().map(SegmentMessages::rule).toList())
        .setAccuracy(explanation.accuracy())
        .setBaselineAccuracy(explanation.baseline())
        .setRecall(explanation.recall())
        .setPrecision(explanation.precision())
        .setCustomerCount(explanation.customers())
        .build();
  }

  private static SegmentRule rule(Rule rule) {
    return SegmentRule.newBuilder()
        .setText(rule.text())
        .addAllConditions(rule.conditions().stream().map(SegmentMessages::condition).toList())
        .setCustomerCount(rule.customers())
        .setPrecision(rule.precision())
        .build();
  }

  private static SegmentCondition condition(Condition condition) {
    SegmentCondition.Builder message =
        SegmentCondition.newBuilder().setFeature(condition.feature().name());
    condition.atLeast().ifPresent(message::setAtLeast);
    condition.lessThan().ifPresent(message::setLessThan);
    return message.build();
  }

  static io.shelfwise.value.v1.QuestionDemand demand(QuestionDemand demand) {
    return io.shelfwise.value.v1.QuestionDemand.newBuilder()
        .setSurvey(demand.question().survey())
        .setQuestion(demand.question().question())
        .setAnswerCount(demand.answers())
        .setMean(demand.numbers().mean())
        .setStandardDeviation(demand.numbers().deviation())
        .addAllQuartiles(demand.numbers().quartiles())
        .putAllChoices(demand.choices())
        .setTextCount(demand.words())
        .build();
  }
}
