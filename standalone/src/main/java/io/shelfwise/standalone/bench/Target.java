package io.shelfwise.standalone.bench;

import io.shelfwise.rpc.AccessKey;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.FileTrouble;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is measured, as the options say. */
final class Target {
  @Option(
      names = "--rest",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where the gateway speaks REST (${DEFAULT-VALUE}).")
  URI rest = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--grpc",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9090",
      description = "Where the gateway speaks gRPC (${DEFAULT-VALUE}).")
  String grpc = "127.0.0.1:9090";

  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "demo",
      description = "The store to ask about (${DEFAULT-VALUE}).")
  String store = "demo";

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The file that holds the access key, if the gateway wants one.")
  @Nullable Path keyFile;

  @Option(
      names = "--customers",
      paramLabel = "FILE",
      required = true,
      description = "The customers to ask about: a file of their ids, one a line.")
  @Nullable Path customers;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of which customers are asked about (${DEFAULT-VALUE}).")
  long seed = 1;

  Optional<AccessKey> key() {
    return Optional.ofNullable(keyFile).map(file -> AccessKey.of(lines(file).getFirst()));
  }

  Customers customers() {
    if (customers == null) {
      throw new IllegalStateException("picocli asks for --customers");
    }
    return new Customers(lines(customers));
  }

  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      List<String> all = lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
      if (all.isEmpty()) {
        throw new CommandFailure("the file " + file + " is empty");
      }
      return all;
    } catch (IOException e) {
      throw new CommandFailure("the file " + file + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }
}
