package io.shelfwise.standalone;

import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.load.ShopImport;
import io.shelfwise.standalone.onlineretail.OnlineRetail;
import io.shelfwise.standalone.onlineretail.OnlineRetail.Times;
import io.shelfwise.standalone.process.ServerOptions;
import io.shelfwise.standalone.terminal.Progress;
import io.shelfwise.standalone.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports the shop of the UCI Online Retail file. */
@Command(
    name = "online-retail",
    description = "Imports the shop of the UCI Online Retail file: products, customers and events.")
final class ImportOnlineRetailCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file, .csv or .csv.gz.")
  private Path file = Path.of("");

  @Option(
      names = "--shift-dates",
      description =
          "Move the times forward by whole weeks, so that the file's last week is this one.")
  private boolean shiftDates;

  @Mixin private ServerOptions server = new ServerOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    OnlineRetail shop =
        OnlineRetail.read(
            new InputFile(file),
            server.store(),
            shiftDates ? Times.SHIFT_TO_NOW : Times.KEEP,
            Instant.now());
    shop.tally().table().lines().forEach(out::println);
    Progress progress = Progress.start(out, Terminal.isThere(), "import");
    try (RpcChannel channel = server.open()) {
      ShopImport.Result result =
          new ShopImport(channel.channel(), channel.channel(), server.storeName())
              .run(shop, progress, event -> {});
      progress.close();
      result.rejections().forEach(spec.commandLine().getErr()::println);
      return result.rejections().isEmpty() ? 0 : 1;
    }
  }
}
