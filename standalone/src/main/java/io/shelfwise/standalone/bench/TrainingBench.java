package io.shelfwise.standalone.bench;

import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.standalone.terminal.Limits;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What it costs to train recommenders, with the delivered settings, on what the customers of a shop
 * did that is made up; beside it a dense matrix product, in the unit of which the times can be
 * carried over to other machines.
 */
@Command(
    name = "training",
    description = {
      "What it costs to train recommenders on a generated shop of any size, beside a dense matrix product.",
      "Needs no running shop."
    },
    mixinStandardHelpOptions = true)
final class TrainingBench implements Runnable {
  private static final int MOST_PRODUCTS = 10_000_000;
  private static final int MOST_INTERACTIONS = 500_000_000;

  @Option(
      names = "--products",
      paramLabel = "COUNT",
      defaultValue = "20000",
      description = "How many products the shop has (${DEFAULT-VALUE}).")
  private int products = 20_000;

  @Option(
      names = "--interactions",
      paramLabel = "COUNT",
      defaultValue = "1000000",
      description = "How many pairs of customer and product there are (${DEFAULT-VALUE}).")
  private int interactions = 1_000_000;

  @Option(
      names = "--recommenders",
      paramLabel = "A,B",
      split = ",",
      description = "Which to train; all that learn from customers if left out.")
  private List<String> recommenders = List.of();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of the shop (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    new Limits(spec)
        .whole("--products", products, 1, MOST_PRODUCTS)
        .whole("--interactions", interactions, 1, MOST_INTERACTIONS);
    OfflineRecommenders offline = OfflineRecommenders.withDeliveredSettings();
    List<RecommenderName> names =
        recommenders.isEmpty()
            ? offline.trained()
            : recommenders.stream().map(text -> named(text, offline)).distinct().toList();
    TrainingData data = GeneratedInterests.make(products, interactions, seed);
    print(
        String.format(
            Locale.ROOT,
            "%,d products, %,d customers, %,d interactions",
            products,
            data.height(),
            data.interests().matrix().entries()));
    double reference = reference();
    print(
        String.format(
            Locale.ROOT,
            "%-22s %8s %10s %10s %8s %8s",
            "recommender",
            "clock",
            "processor",
            "÷ product",
            "heap MB",
            "model MB"));
    for (RecommenderName name : names) {
      train(offline, name, data, reference);
    }
  }

  private RecommenderName named(String text, OfflineRecommenders offline) {
    return offline.trained().stream()
        .filter(name -> name.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--recommenders: %s (expected: some of %s)"
                        .formatted(
                            text, offline.trained().stream().map(RecommenderName::text).toList())));
  }

  private double reference() {
    ReferenceProduct product = new ReferenceProduct();
    Runs runs = Runs.of(5, 1, product::multiply);
    print(
        String.format(
            Locale.ROOT,
            "reference: a product of two matrices of %d rows and columns in %.3f s of the processor's, %.0f GFlop/s",
            ReferenceProduct.SIDE,
            runs.processor(),
            ReferenceProduct.OPERATIONS / runs.processor() / 1e9));
    return runs.processor();
  }

  private void train(
      OfflineRecommenders offline, RecommenderName name, TrainingData data, double reference) {
    System.gc();
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long used = Runs.processorNanos();
    long begin = System.nanoTime();
    Model model = offline.trainer(name).train(data, Watch.NONE);
    double clock = (System.nanoTime() - begin) / 1e9;
    double processor = (Runs.processorNanos() - used) / 1e9;
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    print(
        String.format(
            Locale.ROOT,
            "%-22s %8.2f %10.2f %10.1f %8.0f %8.1f",
            name.text(),
            clock,
            processor,
            processor / reference,
            peak / 1e6,
            megabytes(model)));
  }

  private static double megabytes(Model model) {
    try (DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream())) {
      model.write(out);
      return out.size() / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
