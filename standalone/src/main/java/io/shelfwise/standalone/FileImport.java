package io.shelfwise.standalone;

import io.grpc.Channel;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.load.Delivery;
import io.shelfwise.standalone.load.Entry;
import io.shelfwise.standalone.load.Senders;
import io.shelfwise.standalone.process.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The import of a file into a running shop, as said on the command line. */
final class FileImport {
  @Mixin private FileOptions file = new FileOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write every rejected row and why.")
  private Optional<Path> report = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Sends what the file holds, and says what came of it; the exit code.
   *
   * @param reading what reads the file, as the options say it is written
   * @param sending what sends to the store
   * @param key what has the same key keeps its order
   */
  <T> int run(
      BiFunction<FileOptions, BufferedReader, Iterator<Entry<T>>> reading,
      BiFunction<Senders, Channel, Delivery.Sender<T>> sending,
      ToIntFunction<T> key)
      throws IOException {
    try (BufferedReader reader = file.file().open();
        ImportReport rejected = new ImportReport(command.commandLine().getErr(), report);
        RpcChannel channel = server.open()) {
      Iterator<Entry<T>> entries = reading.apply(file, reader);
      Delivery<T> delivery =
          Delivery.begin(
              sending.apply(new Senders(server.storeName()), channel.channel()),
              key,
              rejected,
              done -> {});
      entries.forEachRemaining(delivery::add);
      return rejected.conclude(command.commandLine().getOut(), delivery.finish());
    }
  }
}
