package io.shelfwise.value.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.demand.QuestionDemand;
import io.shelfwise.value.explain.SegmentExplainer;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.v1.SegmentDemand;
import io.shelfwise.value.v1.SegmentExplanation;
import java.util.Set;

/**
 * What sets a segment's customers apart, and what they ask for.
 *
 * @param lists finds stores and segments
 * @param segments who is in them
 * @param features what customers are told apart by
 * @param workbench where explanations are made
 */
public record SegmentInsights(
    SegmentLists lists, Segments segments, StoreFeatures features, Workbench workbench) {
  private static final String NOT_EXPLAINABLE = "SEGMENT_NOT_EXPLAINABLE";
  private static final int USUAL_DEPTH = 3;
  private static final int LARGEST_DEPTH = 6;

  /**
   * What sets a segment apart.
   *
   * @param depth how many conditions a rule may have; 0: as is usual
   * @throws ApiException NOT_FOUND; INVALID_ARGUMENT; FAILED_PRECONDITION if nobody is in it, or
   *     all
   */
  SegmentExplanation explain(String store, String segment, int depth) {
    if (depth < 0 || depth > LARGEST_DEPTH) {
      throw ApiException.invalid("max_depth", "be from 0 to " + LARGEST_DEPTH);
    }
    StoreHistory in = lists.store(store);
    Segments.Found found = lists.find(store, segment);
    return workbench.call(
        () -> {
          Set<String> members = segments.members(in, found);
          try {
            return SegmentMessages.explanation(
                name(store, segment, "explanation"),
                SegmentExplainer.explain(
                    features.table(in, features.schema(in), Integer.MAX_VALUE),
                    members::contains,
                    depth == 0 ? USUAL_DEPTH : depth));
          } catch (UnfitException alike) {
            throw ApiException.failedPrecondition(NOT_EXPLAINABLE, alike.reason());
          }
        });
  }

  /**
   * What a segment's customers answered.
   *
   * @param survey only to this survey; empty: to all
   * @throws ApiException NOT_FOUND
   */
  SegmentDemand demand(String store, String segment, String survey) {
    StoreHistory in = lists.store(store);
    Set<String> members = segments.members(in, lists.find(store, segment));
    return SegmentDemand.newBuilder()
        .setName(name(store, segment, "demand"))
        .addAllQuestions(
            QuestionDemand.of(
                    in.answers(),
                    members::contains,
                    question -> survey.isEmpty() || question.survey().equals(survey))
                .stream()
                .map(SegmentMessages::demand)
                .toList())
        .build();
  }

  private static String name(String store, String segment, String part) {
    return "stores/" + store + "/segments/" + segment + "/" + part;
  }
}
