package io.shelfwise.standalone.evaluate;

import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.OutputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A picture of what came of an evaluation.
 *
 * @param file where it is drawn
 * @param page whether as a page with tables, else as a bitmap
 */
record Plot(OutputFile file, boolean page) {
  /** As the name of the file tells. */
  static Plot to(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".html") && !name.endsWith(".png")) {
      throw new CommandFailure(
          "--plot: " + path + " (expected: a name that ends in .html or .png)");
    }
    return new Plot(OutputFile.of("--plot", path), name.endsWith(".html"));
  }

  void write(Findings findings) {
    BarChart chart = new BarChart(findings);
    if (page) {
      Svg svg = new Svg();
      chart.draw(svg);
      String text = svg.page("How good the recommenders are", findings.preface());
      file.write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } else {
      Bitmap bitmap = new Bitmap();
      chart.draw(bitmap);
      file.write(bitmap::write);
    }
  }
}
