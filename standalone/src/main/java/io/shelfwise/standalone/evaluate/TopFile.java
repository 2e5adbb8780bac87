package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.TestSet;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.standalone.terminal.OutputFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The lists themselves, {@code recommender TAB customer TAB product TAB rank}, so that anyone can
 * judge them with an evaluator of their own.
 *
 * @param file where they are written; packed by gzip if the name ends in {@code .gz}
 * @param count how many products of each list
 */
record TopFile(OutputFile file, int count) {
  void write(List<Verdict> verdicts, TrainedShop shop) {
    file.write(
        bytes -> {
          try (Writer out = text(bytes)) {
            write(verdicts, shop, out);
          }
        });
  }

  private void write(List<Verdict> verdicts, TrainedShop shop, Writer out) throws IOException {
    TestSet test = shop.test();
    for (Verdict verdict : verdicts) {
      for (int customer = 0; customer < test.size(); customer++) {
        int length = Math.min(count, verdict.lists().size(customer));
        for (int place = 0; place < length; place++) {
          out.append(verdict.recommender())
              .append('\t')
              .append(test.customer(customer))
              .append('\t')
              .append(shop.product(verdict.lists().product(customer, place)))
              .append('\t')
              .append(Integer.toString(place + 1))
              .append('\n');
        }
      }
    }
  }

  private Writer text(OutputStream bytes) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            file.path().toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes,
            StandardCharsets.UTF_8));
  }
}
