package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.standalone.terminal.OutputFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files to which more is written than is told on the screen. */
final class ResultFiles {
  @Option(
      names = "--write-top",
      arity = "2",
      paramLabel = "VALUE",
      description =
          "COUNT FILE: write the first so many products of every list,"
              + " recommender TAB customer TAB product TAB rank.")
  private List<String> writeTop = List.of();

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw the measures with their intervals: FILE.html or FILE.png.")
  private Optional<Path> plot = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * The files as they are asked for, each of which can be written.
   *
   * @param top the lists
   * @param plot the picture
   */
  record Asked(Optional<TopFile> top, Optional<Plot> plot) {
    /** How many products of a list are written at most. */
    int longest() {
      return top.map(TopFile::count).orElse(0);
    }

    void write(Findings findings, TrainedShop shop) {
      top.ifPresent(file -> file.write(findings.verdicts(), shop));
      plot.ifPresent(file -> file.write(findings));
    }
  }

  /**
   * What is asked for.
   *
   * @throws io.shelfwise.standalone.terminal.CommandFailure if a file cannot be written
   */
  Asked asked() {
    return new Asked(top(), plot.map(Plot::to));
  }

  private Optional<TopFile> top() {
    if (writeTop.isEmpty()) {
      return Optional.empty();
    }
    if (!writeTop.getFirst().matches("[1-9]\\d{0,2}")) {
      throw new ParameterException(
          spec.commandLine(),
          "--write-top: " + writeTop.getFirst() + " (expected: a count, 1 to 999, then a file)");
    }
    return Optional.of(
        new TopFile(
            OutputFile.of("--write-top", Path.of(writeTop.getLast())),
            Integer.parseInt(writeTop.getFirst())));
  }
}
