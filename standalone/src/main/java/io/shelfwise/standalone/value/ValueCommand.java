package io.shelfwise.standalone.value;

import picocli.CommandLine.Command;

/** {@code shelfwise value}: what customers are worth, from a file or of a running shop. */
@Command(
    name = "value",
    description = "What customers are and will be worth, from a file or of a running shop.",
    subcommands = {
      FitCommand.class,
      SimulateCommand.class,
      ReportCommand.class,
      ExportCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ValueCommand {}
