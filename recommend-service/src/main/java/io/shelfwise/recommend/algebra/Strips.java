package io.shelfwise.recommend.algebra;

/** Packs matrices for {@link TileProduct}. */
final class Strips {
  private Strips() {}

  /**
   * Packs a part of a matrix, whose entry {@code (i, k)} stands at {@code at + i · rowStep + k ·
   * columnStep}, into strips of {@code height} rows.
   */
  static void pack(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      int rows,
      int columns,
      float[] to,
      int toAt,
      int height) {
    for (int strip = 0; strip < rows; strip += height) {
      int out = toAt + strip * columns;
      for (int k = 0; k < columns; k++) {
        int in = at + strip * rowStep + k * columnStep;
        for (int s = 0; s < height; s++) {
          to[out++] = from[in];
          in += rowStep;
        }
      }
    }
  }
}
