package io.shelfwise.value.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrates e^φ for a concave φ: a function with one hump, however high, low, narrow or far to one
 * side it may be.
 *
 * <p>The hump is found first, then where it has fallen off to nothing on both sides, and only what
 * lies between is integrated. The result is a logarithm, so that nothing over- or underflows.
 */
public final class LogConcave {
  /** e^−45 is less than the rounding of 1. */
  private static final double NOTHING = 45;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 60;

  private LogConcave() {}

  /** ln ∫ e^φ over [from, to]; both are finite. */
  public static double logIntegral(DoubleUnaryOperator phi, double from, double to) {
    if (from >= to) {
      return Double.NEGATIVE_INFINITY;
    }
    double peak = peak(phi, from, to);
    double top = phi.applyAsDouble(peak);
    double low = foot(phi, peak, from, top - NOTHING);
    double high = foot(phi, peak, to, top - NOTHING);
    DoubleUnaryOperator hump = x -> Math.exp(phi.applyAsDouble(x) - top);
    return top
        + Math.log(Quadrature.integrate(hump, low, peak) + Quadrature.integrate(hump, peak, high));
  }

  /** Where φ is highest, by golden section. */
  private static double peak(DoubleUnaryOperator phi, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = phi.applyAsDouble(left);
    double atRight = phi.applyAsDouble(right);
    for (int i = 0; i < STEPS; i++) {
      if (atLeft < atRight) {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = phi.applyAsDouble(right);
      } else {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = phi.applyAsDouble(left);
      }
    }
    // At an end of the interval the search only comes near to it.
    if (low == from && phi.applyAsDouble(from) >= atLeft) {
      return from;
    }
    return high == to && phi.applyAsDouble(to) >= atRight ? to : (low + high) / 2;
  }

  /** Where φ has fallen to a level on the way from its peak to an end, or that end. */
  private static double foot(DoubleUnaryOperator phi, double peak, double end, double level) {
    if (phi.applyAsDouble(end) >= level) {
      return end;
    }
    double above = peak;
    double below = end;
    for (int i = 0; i < STEPS; i++) {
      double middle = (above + below) / 2;
      if (phi.applyAsDouble(middle) >= level) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return below;
  }
}
