package io.shelfwise.standalone.evaluate;

import java.util.List;
import java.util.Locale;

/** Draws by writing the elements of an SVG picture. */
final class Svg implements Canvas {
  private final StringBuilder elements = new StringBuilder();
  private int width;
  private int height;

  @Override
  public void size(int wide, int high) {
    width = wide;
    height = high;
  }

  @Override
  public void box(double x, double y, double wide, double high, int colour) {
    add(
        String.format(
            Locale.ROOT,
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='#%06x'/>",
            x,
            y,
            wide,
            high,
            colour));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, int colour) {
    add(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#%06x' stroke-width='1.5'/>",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  @Override
  public void text(double x, double y, String text, int size, int colour, Anchor anchor) {
    add(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' font-size='%d' fill='#%06x' text-anchor='%s'>%s</text>",
            x,
            y,
            size,
            colour,
            anchor == Anchor.END ? "end" : "start",
            escaped(text)));
  }

  private void add(String element) {
    elements.append(element).append('\n');
  }

  /** A page that needs nothing else to be shown. */
  String page(String title, List<String> words) {
    StringBuilder paragraphs = new StringBuilder();
    words.forEach(line -> paragraphs.append("<p>").append(escaped(line)).append("</p>\n"));
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>%s</title>
    <style>
      body { font: 15px/1.5 system-ui, sans-serif; color: #1f2933; max-width: 900px; margin: 2em auto; }
      svg { width: 100%%; height: auto; font-family: system-ui, sans-serif; }
    </style>
    <h1>%s</h1>
    %s<p>Whiskers are 95 %% bootstrap intervals of the mean over customers.</p>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" aria-label="%s">
    %s</svg>
    </html>
    """
        .formatted(
            escaped(title), escaped(title), paragraphs, width, height, escaped(title), elements);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
