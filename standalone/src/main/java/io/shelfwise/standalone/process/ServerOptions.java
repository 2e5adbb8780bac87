package io.shelfwise.standalone.process;

import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which running shop is meant, as said on the command line. */
public final class ServerOptions {
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9090",
      description = "Where the shop takes gRPC (default: ${DEFAULT-VALUE}).")
  private String server = "";

  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "demo",
      description = "The store's id (default: ${DEFAULT-VALUE}).")
  private String store = "";

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The file with the access key (default: data/access-key, if it is there).")
  private Optional<Path> keyFile = Optional.empty();

  /** The store's name. */
  public String storeName() {
    return "stores/" + store;
  }

  /** The store's id. */
  public String store() {
    return store;
  }

  /** Opens the way to the shop. */
  public RpcChannel open() {
    return RpcChannel.open(server, key(), DEADLINE);
  }

  private Optional<AccessKey> key() {
    Path usual = Standalone.accessKeyFile(Path.of("data"));
    return keyFile.or(() -> Optional.of(usual).filter(Files::isReadable)).map(ServerOptions::read);
  }

  private static AccessKey read(Path file) {
    try {
      return AccessKey.of(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure("no key can be read from " + file + ": " + e.getMessage(), e);
    }
  }
}
