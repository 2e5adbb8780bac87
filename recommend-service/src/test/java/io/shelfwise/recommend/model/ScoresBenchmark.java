package io.shelfwise.recommend.model;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a history of fifty products adds up to, and the hundred best of it. */
@State(Scope.Thread)
public class ScoresBenchmark {
  private static final int HISTORY = 50;
  private static final int BEST = 100;

  @Param({"3500", "100000"})
  private int products = 3500;

  @Param({"100", "1200"})
  private int row = 100;

  private final Scores scores = new Scores();
  private final Best best = new Best();
  private int[] numbers = new int[0];
  private float[] weights = new float[0];

  /** Rows of chance. */
  @Setup
  public void fill() {
    Random random = new Random(7);
    numbers = random.ints((long) HISTORY * row, 0, products).toArray();
    weights = new float[numbers.length];
    for (int e = 0; e < weights.length; e++) {
      weights[e] = random.nextFloat();
    }
  }

  /** The rows added up. */
  @Benchmark
  public Scores add() {
    scores.reset();
    for (int i = 0; i < HISTORY; i++) {
      scores.addAll(numbers, weights, i * row, (i + 1) * row, 1.0 / (i + 1));
    }
    return scores;
  }

  /** The rows added up, and the best selected. */
  @Benchmark
  public Best addAndSelect() {
    best.select(add(), BEST, product -> true);
    return best;
  }
}
