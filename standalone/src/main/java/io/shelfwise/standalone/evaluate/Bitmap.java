package io.shelfwise.standalone.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Draws on pixels, two for each unit in both directions, without a screen. */
final class Bitmap implements Canvas {
  private static final int SCALE = 2;

  private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
  private Graphics2D pen = image.createGraphics();

  @Override
  public void size(int width, int height) {
    pen.dispose();
    image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.scale(SCALE, SCALE);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setStroke(new BasicStroke(1.5f));
  }

  @Override
  public void box(double x, double y, double width, double height, int colour) {
    pen.setColor(new Color(colour));
    pen.fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, int colour) {
    pen.setColor(new Color(colour));
    pen.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void text(double x, double y, String text, int size, int colour, Anchor anchor) {
    pen.setColor(new Color(colour));
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    double shift = anchor == Anchor.END ? pen.getFontMetrics().stringWidth(text) : 0;
    pen.drawString(text, (float) (x - shift), (float) y);
  }

  void write(OutputStream out) throws IOException {
    pen.dispose();
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("no PNG can be written here");
    }
  }
}
