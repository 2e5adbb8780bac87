package io.shelfwise.standalone.evaluate;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A picture of what came of an evaluation.
 *
 * @param path where it is drawn
 * @param page whether as a page with tables, else as a bitmap
 */
record Plot(Path path, boolean page) {
  /** As the name of the file tells. */
  static Plot to(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".html") && !name.endsWith(".png")) {
      throw new CommandFailure(
          "--plot: " + path + " (expected: a name that ends in .html or .png)");
    }
    return new Plot(path, name.endsWith(".html"));
  }

  void write(Findings findings) {
    try {
      if (page) {
        Svg svg = new Svg();
        new BarChart(findings).draw(svg);
        Files.writeString(path, svg.page("How good the recommenders are", findings.preface()));
      } else {
        Bitmap bitmap = new Bitmap();
        new BarChart(findings).draw(bitmap);
        bitmap.write(path);
      }
    } catch (IOException e) {
      throw new CommandFailure(path + " cannot be written: " + e.getMessage(), e);
    }
  }
}
