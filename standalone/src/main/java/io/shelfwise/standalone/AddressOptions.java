package io.shelfwise.standalone;

import io.shelfwise.standalone.process.ListenPort;
import io.shelfwise.standalone.process.Standalone;
import picocli.CommandLine.Option;

/** Where to listen, as said on the command line. */
final class AddressOptions {
  @Option(
      names = "--rest-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where REST is taken (default: ${DEFAULT-VALUE}).")
  private int rest;

  @Option(
      names = "--grpc-port",
      paramLabel = "PORT",
      defaultValue = "9090",
      description = "Where gRPC is taken (default: ${DEFAULT-VALUE}).")
  private int grpc;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      defaultValue = "9200",
      description = "Where health and metrics are told (default: ${DEFAULT-VALUE}).")
  private int management;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on (default: ${DEFAULT-VALUE}, this machine only; 0.0.0.0: all).")
  private String host = "";

  Standalone.Address address() {
    return new Standalone.Address(
        host,
        new ListenPort(rest, "--rest-port"),
        new ListenPort(grpc, "--grpc-port"),
        new ListenPort(management, "--management-port"));
  }
}
