package io.shelfwise.standalone;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.shelfwise.recommend.Spelling;
import io.shelfwise.standalone.bench.BenchCommand;
import io.shelfwise.standalone.evaluate.EvaluateCommand;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.value.ValueCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code shelfwise} command. */
@Command(
    name = "shelfwise",
    description = "A shop's own recommendation and customer-value back end.",
    mixinStandardHelpOptions = true,
    versionProvider = Shelfwise.Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it did what was asked",
      "1:it could not, or not all of it; the last line says why",
      "2:the command line was not understood"
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      EvaluateCommand.class,
      ValueCommand.class,
      BenchCommand.class,
      RehearseCommand.class
    })
public final class Shelfwise {
  /** Held, or its level would be forgotten: Lucene advises on the JVM's options at every start. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Shelfwise() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    System.setProperty("logback.configurationFile", "shelfwise-logback.xml");
    CommandLine command =
        commandLine().setOut(utf8(FileDescriptor.out)).setErr(utf8(FileDescriptor.err));
    System.exit(command.execute(arguments));
  }

  /** UTF-8 whatever the locale: tables are drawn with it, and titles are written in it. */
  private static PrintWriter utf8(FileDescriptor to) {
    return new PrintWriter(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Shelfwise())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((misuse, arguments) -> misused(misuse))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("shelfwise: " + reason(failure));
              return 1;
            });
  }

  /**
   * What was not understood, what is nearest to it, and where the rest stands: the whole usage
   * would push the first of these off the screen.
   */
  private static int misused(ParameterException misuse) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("shelfwise: " + misuse.getMessage());
    hint(misuse).ifPresent(err::println);
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static Optional<String> hint(ParameterException misuse) {
    CommandLine command = misuse.getCommandLine();
    List<String> commands =
        command.getSubcommands().entrySet().stream()
            .filter(one -> !one.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    if (misuse instanceof UnmatchedArgumentException unmatched) {
      // Of --option=value only the option.
      String written = unmatched.getUnmatched().getFirst().split("=", 2)[0];
      return Spelling.meant(
              written,
              written.startsWith("-") ? command.getCommandSpec().optionsMap().keySet() : commands)
          .map(nearest -> "Did you mean " + nearest + "?");
    }
    return commands.isEmpty()
        ? Optional.empty()
        : Optional.of("One of: " + String.join(", ", commands));
  }

  /** What the user can do something about is one line; a defect flies on, with its stack. */
  private static String reason(Exception failure) throws Exception {
    return switch (failure) {
      case CommandFailure known -> String.valueOf(known.getMessage());
      case StatusRuntimeException call -> "the call failed: " + reason(call.getStatus());
      default -> throw failure;
    };
  }

  /** The cause tells who does not answer when a connection is refused. */
  private static String reason(Status status) {
    return Stream.of(
            status.getCode().toString(),
            status.getDescription(),
            status.getCause() == null ? null : status.getCause().getMessage())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Shelfwise.class.getPackage().getImplementationVersion();
      return new String[] {"shelfwise " + (version == null ? "(not built)" : version)};
    }
  }
}
