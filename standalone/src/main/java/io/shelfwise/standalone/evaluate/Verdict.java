package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.Judgement;
import io.shelfwise.recommend.evaluate.TopLists;
import java.util.Map;

/**
 * What came of one recommender, or of the blend.
 *
 * @param recommender its name
 * @param settings all that were in force
 * @param lists what it proposed
 * @param judgement how good that was
 * @param training what its training took
 * @param listing what it took to make the lists, by code that may have been new to the JVM
 * @param asking what it took to ask once more, for the first ten products of every customer
 * @param peakMegabytes the most memory that the process held until then
 * @param modelMegabytes how large the model is on disk
 */
record Verdict(
    String recommender,
    Map<String, String> settings,
    TopLists lists,
    Judgement judgement,
    Stopwatch.Time training,
    Stopwatch.Time listing,
    Stopwatch.Time asking,
    double peakMegabytes,
    double modelMegabytes) {
  /** What the blend of all others is called. */
  static final String BLEND = "blend";

  /** What it is called where places are kept for what hardly anybody has. */
  static final String EXPLORING = "blend-exploring";
}
