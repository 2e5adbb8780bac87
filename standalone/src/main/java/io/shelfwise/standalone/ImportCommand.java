package io.shelfwise.standalone;

import picocli.CommandLine.Command;

/** Brings files into a running shop. */
@Command(
    name = "import",
    description = "Brings a file into a running shop, over gRPC.",
    subcommands = {
      ImportEventsCommand.class,
      ImportProductsCommand.class,
      ImportOnlineRetailCommand.class
    })
final class ImportCommand {}
