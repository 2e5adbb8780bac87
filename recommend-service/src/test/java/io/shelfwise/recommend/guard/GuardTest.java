package io.shelfwise.recommend.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.store.HeldOutMeasures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GuardTest {
  private final Guard guard = new Guard(0.2, 0.05);

  @Test
  void aModelAsGoodAsTheOldOneIsWelcome() {
    assertThat(guard.objection(hitting(50), hitting(50))).isEmpty();
    assertThat(guard.objection(hitting(60), hitting(50))).isEmpty();
  }

  @Test
  void aFallBeyondBothBoundsIsRefusedWithBothMeasures() {
    // From .5 to .3: more than .05, and more than a fifth of .5.
    assertThat(guard.objection(hitting(30), hitting(50)))
        .contains("hit rate @20 fell from 0.5000 to 0.3000");
  }

  @Test
  void aFallWithinEitherBoundIsNot() {
    assertThat(guard.objection(hitting(42), hitting(50))).as("within a fifth").isEmpty();
    assertThat(guard.objection(hitting(4), hitting(8))).as("within .05").isEmpty();
  }

  /**
   * 3 of 20 lost and 1 won: a fall of .1 of which the standard error is about .1, as the
   * differences are 3 times 1, once -1 and else 0.
   */
  @Test
  void aFallThatMayBeChanceIsNotRefused() {
    double[] before = new double[20];
    Arrays.fill(before, 0, 5, 1);
    double[] after = new double[20];
    Arrays.fill(after, 0, 2, 1);
    after[10] = 1;

    assertThat(guard.objection(new Judgement(after, after, 0), new Judgement(before, before, 0)))
        .isEmpty();
  }

  @Test
  void measuresOfOtherCustomersAreComparedByTheBoundsAlone() {
    HeldOutMeasures before = new HeldOutMeasures(100, 0.5, 0.4, 0.1);

    assertThat(guard.objection(new HeldOutMeasures(80, 0.5, 0.2, 0.1), before))
        .contains("NDCG @10 fell from 0.4000 to 0.2000");
    assertThat(guard.objection(new HeldOutMeasures(80, 0.45, 0.36, 0), before)).isEmpty();
  }

  /** Of a hundred customers the first ones are hit. */
  private static Judgement hitting(int customers) {
    double[] hits = new double[100];
    Arrays.fill(hits, 0, customers, 1);
    return new Judgement(hits, new double[100], 0);
  }
}
