package io.shelfwise.standalone.bench;

import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogQuery;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.standalone.shop.ShopSettings;
import io.shelfwise.standalone.terminal.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How fast products are found by what shoppers type, and by what they are like, in this process: a
 * catalogue on disk, and one caller who asks as soon as the last answer is there.
 */
@Command(
    name = "search",
    description = {
      "How fast a catalogue of a generated shop is searched, and how fast products that are alike are found.",
      "Needs no running shop."
    },
    mixinStandardHelpOptions = true)
final class SearchBench implements Runnable {
  private static final String STORE = "bench";
  private static final int PAGE = 10;

  /** A fifth of them is asked once more, for what is alike. */
  private static final int LEAST_CALLS = 5;

  private static final int MOST_CALLS = 10_000_000;
  private static final int ALIKE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Option(
      names = "--products",
      paramLabel = "COUNT",
      defaultValue = "100000",
      description = "How many products the shop has (${DEFAULT-VALUE}).")
  private int products = 100_000;

  @Option(
      names = "--calls",
      paramLabel = "COUNT",
      defaultValue = "10000",
      description = "How often it is searched (${DEFAULT-VALUE}); a tenth of that does not count.")
  private int calls = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of the shop, and of what is asked (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    new Limits(spec)
        .whole("--products", products, 1, ShopSettings.MOST_PRODUCTS)
        .whole("--calls", calls, LEAST_CALLS, MOST_CALLS);
    try (GeneratedCatalog shop = GeneratedCatalog.make(products, seed)) {
      print(String.format(Locale.ROOT, "%,d products written", products));
      searches(shop);
      likeness(shop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void searches(GeneratedCatalog shop) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> typed =
        random.ints(calls + calls / 10, 0, products).mapToObj(i -> shop.typed(i, random)).toList();
    Catalog catalog = shop.catalog();
    ask(
        "search",
        typed,
        text -> catalog.search(STORE, CatalogQuery.text(text), 0, PAGE).found().size());
  }

  private void likeness(GeneratedCatalog shop) {
    try (LuceneSimilarProducts similar =
        new LuceneSimilarProducts(shop.catalog(), LuceneSimilarProducts.Settings.USUAL)) {
      Runs learning = Runs.of(1, 1, () -> similar.warm(STORE, List.of()));
      print(String.format(Locale.ROOT, "meaning learned in %.1f s", learning.first()));
      List<String> ids =
          new SplittableRandom(seed)
              .ints(0, products)
              .distinct()
              .limit(Math.min(products, calls / 5))
              .mapToObj(shop::id)
              .toList();
      ask("alike", ids, id -> similar.to(STORE, id, ALIKE, deadline()).size());
    }
  }

  private static long deadline() {
    return System.nanoTime() + PATIENCE.toNanos();
  }

  /** A question, and how many products answer it. */
  private interface Question {
    int ask(String about);
  }

  /** Asks one after the other; the first eleventh does not count. */
  private void ask(String what, List<String> questions, Question question) {
    int warmUp = questions.size() / 11;
    questions.subList(0, warmUp).forEach(question::ask);
    long[] nanos = new long[questions.size() - warmUp];
    long found = 0;
    long begin = System.nanoTime();
    long used = Runs.processorNanos();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      found += question.ask(questions.get(warmUp + i));
      nanos[i] = System.nanoTime() - start;
    }
    double processor = (Runs.processorNanos() - used) / 1e6 / nanos.length;
    Latencies latencies = new Latencies(nanos, Duration.ofNanos(System.nanoTime() - begin));
    print(
        String.format(
            Locale.ROOT,
            "%s: %s; %.2f ms of the processor's a call; %.1f products found",
            what,
            latencies.summary(),
            processor,
            found / (double) nanos.length));
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
