package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BfgsTest {
  /** (1 − x)² + 100 (y − x²)², a bent valley whose floor hardly falls. */
  private static final Objective ROSENBROCK =
      (point, gradient) -> {
        double x = point[0];
        double y = point[1];
        gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
        gradient[1] = 200 * (y - x * x);
        return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
      };

  @Test
  void followsABentValleyToItsEnd() {
    Minimum minimum = new Bfgs(ROSENBROCK, 10, 1e-10).from(-1.2, 1);

    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-8));
  }

  /**
   * The minimum of Σ wᵢ (xᵢ − cᵢ)² in a box is c, brought into the box coordinate by coordinate.
   */
  @Test
  void staysInTheBox() {
    Random random = Chance.random();
    for (int round = 0; round < 100; round++) {
      int n = 1 + random.nextInt(5);
      double[] center = random.doubles(n, -3, 3).toArray();
      double[] weight = random.doubles(n, 0.1, 10).toArray();
      Objective bowl =
          (point, gradient) -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
              double off = point[i] - center[i];
              gradient[i] = 2 * weight[i] * off;
              sum += weight[i] * off * off;
            }
            return sum;
          };

      Minimum minimum = new Bfgs(bowl, 1, 1e-9).from(random.doubles(n, -1, 1).toArray());

      assertThat(minimum.converged()).isTrue();
      for (int i = 0; i < n; i++) {
        assertThat(minimum.point()[i]).isCloseTo(Math.clamp(center[i], -1, 1), within(1e-8));
        assertThat(minimum.isAtBound(i)).isEqualTo(Math.abs(center[i]) >= 1);
      }
    }
  }

  @Test
  void doesNotTakeNoNumberForAMinimum() {
    Objective broken =
        (_, gradient) -> {
          gradient[0] = Double.NaN;
          return Double.NaN;
        };

    assertThat(new Bfgs(broken, 1, 1e-9).from(0).converged()).isFalse();
  }
}
