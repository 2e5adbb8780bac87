package io.shelfwise.standalone.evaluate;

/** Something to draw on; lengths are in pixels, from the upper left corner. */
interface Canvas {
  /** Sets how large the picture is, before anything is drawn. */
  void size(int width, int height);

  /** Fills a rectangle with a colour, {@code 0xRRGGBB}. */
  void box(double x, double y, double width, double height, int colour);

  /** Draws a line, two pixels wide. */
  void line(double x1, double y1, double x2, double y2, int colour);

  /**
   * Writes on a baseline.
   *
   * @param anchor where on the text {@code x} is
   */
  void text(double x, double y, String text, int size, int colour, Anchor anchor);

  /** Where a text is held. */
  enum Anchor {
    START,
    END
  }
}
