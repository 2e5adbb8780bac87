package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.Bootstrap;
import io.shelfwise.recommend.evaluate.MeasureAt;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** For each measure a row of bars, one a recommender, the best first, each with its interval. */
final class BarChart {
  private static final int WIDTH = 860;
  private static final int LEFT = 190;
  private static final int RIGHT = 90;
  private static final int TOP = 30;
  private static final int TITLE = 46;
  private static final int ROW = 24;
  private static final int BAR = 15;
  private static final int INK = 0x1f2933;
  private static final int QUIET = 0x7b8794;
  private static final int GRID = 0xe4e7eb;
  private static final int COLOUR = 0x6b9ac4;
  private static final int BEST = 0x1f6f8b;
  private static final int WHISKER = 0x3e4c59;
  private static final int STEPS = 5;

  private final Findings findings;
  private final List<MeasureAt> measures;

  BarChart(Findings findings) {
    this.findings = findings;
    this.measures =
        findings.measures().stream().filter(measure -> !measure.measure().isOfAll()).toList();
  }

  void draw(Canvas canvas) {
    int panel = TITLE + ROW * findings.verdicts().size() + ROW;
    canvas.size(WIDTH, TOP + panel * measures.size());
    canvas.box(0, 0, WIDTH, TOP + panel * (double) measures.size(), 0xffffff);
    for (int i = 0; i < measures.size(); i++) {
      draw(measures.get(i), TOP + i * panel, canvas);
    }
  }

  private void draw(MeasureAt measure, int top, Canvas canvas) {
    List<Verdict> order =
        findings.verdicts().stream()
            .filter(verdict -> !Double.isNaN(verdict.judgement().mean(measure)))
            .sorted(
                Comparator.comparing(
                    verdict -> verdict.judgement().mean(measure), measure.measure().bestFirst()))
            .toList();
    double most = 0;
    for (Verdict verdict : order) {
      most = Math.max(most, orZero(findings.interval(verdict, measure).high()));
    }
    double scale = most == 0 ? 0 : (WIDTH - LEFT - RIGHT) / most;
    canvas.text(LEFT, top + 14.0, measure.toString(), 16, INK, Canvas.Anchor.START);
    int bottom = top + TITLE - 20 + ROW * order.size();
    for (int step = 0; step <= STEPS; step++) {
      double x = LEFT + scale * most * step / STEPS;
      canvas.line(x, top + TITLE - 22.0, x, bottom, GRID);
      canvas.text(x, bottom + 14.0, digits(most * step / STEPS), 11, QUIET, Canvas.Anchor.START);
    }
    for (int row = 0; row < order.size(); row++) {
      draw(order.get(row), measure, top + TITLE - 20 + row * ROW, scale, row == 0, canvas);
    }
  }

  private void draw(
      Verdict verdict, MeasureAt measure, int y, double scale, boolean best, Canvas canvas) {
    double mean = orZero(verdict.judgement().mean(measure));
    Bootstrap.Interval interval = findings.interval(verdict, measure);
    double middle = y + BAR / 2.0;
    canvas.text(LEFT - 10.0, y + 12.0, verdict.recommender(), 13, INK, Canvas.Anchor.END);
    canvas.box(LEFT, y, scale * mean, BAR, best ? BEST : COLOUR);
    double low = LEFT + scale * orZero(interval.low());
    double high = LEFT + scale * orZero(interval.high());
    canvas.line(low, middle, high, middle, WHISKER);
    canvas.line(low, middle - 4, low, middle + 4, WHISKER);
    canvas.line(high, middle - 4, high, middle + 4, WHISKER);
    canvas.text(high + 8, y + 12.0, digits(mean), 12, QUIET, Canvas.Anchor.START);
  }

  private static double orZero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  private static String digits(double number) {
    return String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.4f", number);
  }
}
