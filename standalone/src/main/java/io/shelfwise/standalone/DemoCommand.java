package io.shelfwise.standalone;

import io.shelfwise.standalone.demo.Demo;
import io.shelfwise.standalone.demo.DemoShop;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.onlineretail.OnlineRetail.Times;
import io.shelfwise.standalone.process.DataDirectory;
import io.shelfwise.standalone.process.Standalone;
import io.shelfwise.standalone.process.Standalone.Access;
import io.shelfwise.standalone.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows everything on a shop that is gone when it ends. */
@Command(
    name = "demo",
    description = {
      "Makes a sample shop, learns from it, shows what one of its customers is worth and what to show"
          + " that customer next, and serves it until Ctrl-C.",
      "No key is needed to call it, and nothing is kept."
    })
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--online-retail",
      paramLabel = "FILE",
      description = {
        "Take the shop of the UCI Online Retail file instead, as .csv or .csv.gz.",
        "Its times are moved forward by whole weeks, so that its last week is this one."
      })
  private Optional<Path> onlineRetail = Optional.empty();

  @Option(names = "--keep-dates", description = "Leave the times of Online Retail as they are.")
  private boolean keepDates;

  @Option(
      names = "--once",
      description = "End when the answers are printed, learned to the end or not.")
  private boolean once;

  @Mixin private AddressOptions address = new AddressOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CompletableFuture<DemoShop> making = CompletableFuture.supplyAsync(this::shop);
    try (Standalone standalone =
        Standalone.start(DataDirectory.forThisRun(), address.address(), Access.OPEN)) {
      Runnable learnTheRest = new Demo(out, Terminal.isThere()).run(standalone, () -> made(making));
      if (!once) {
        out.println("Ctrl-C ends it.");
        out.flush();
        learnTheRest.run();
        standalone.awaitClosed();
      }
    }
    return 0;
  }

  private static DemoShop made(CompletableFuture<DemoShop> making) {
    try {
      return making.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  private DemoShop shop() {
    String store = Demo.STORE;
    Times times = keepDates ? Times.KEEP : Times.SHIFT_TO_NOW;
    return onlineRetail
        .map(file -> DemoShop.onlineRetail(new InputFile(file), store, times, Instant.now()))
        .orElseGet(() -> DemoShop.sample(store, Instant.now()));
  }
}
