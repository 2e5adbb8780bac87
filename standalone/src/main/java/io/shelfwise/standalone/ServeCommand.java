package io.shelfwise.standalone;

import io.shelfwise.standalone.process.DataDirectory;
import io.shelfwise.standalone.process.Standalone;
import io.shelfwise.standalone.process.Standalone.Access;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a shop whose data stays. */
@Command(
    name = "serve",
    description = {
      "Serves a shop from a data folder, which survives restarts.",
      "Callers show the key in FOLDER/access-key, which is made at the first start:"
          + " Authorization: Bearer KEY"
    })
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(names = "--open", description = "Let anyone call who reaches the address, without a key.")
  private boolean open;

  @Mixin private AddressOptions address = new AddressOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    System.setProperty("log.level", "INFO");
    Standalone shop =
        Standalone.start(
            DataDirectory.keep(data), address.address(), open ? Access.OPEN : Access.BY_KEY);
    PrintWriter out = spec.commandLine().getOut();
    out.println("REST on http://" + shop.address().restAuthority());
    out.println("gRPC on " + shop.address().grpcAuthority());
    out.println(
        open
            ? "Anyone who reaches these may call."
            : "Callers show the key in " + Standalone.accessKeyFile(data) + ".");
    out.println("Ctrl-C ends it.");
    out.flush();
    shop.awaitClosed();
    return 0;
  }
}
