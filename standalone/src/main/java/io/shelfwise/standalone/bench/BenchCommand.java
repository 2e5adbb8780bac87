package io.shelfwise.standalone.bench;

import picocli.CommandLine.Command;

/** {@code shelfwise bench}: the measurements there are. */
@Command(
    name = "bench",
    description = "Measures a running Shelfwise from outside, and the models by themselves.",
    subcommands = {
      RecommendBench.class,
      EffectBench.class,
      ValueAnswersBench.class,
      ValueBench.class,
      SearchBench.class,
      CandidateBench.class,
      TrainingBench.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand {}
