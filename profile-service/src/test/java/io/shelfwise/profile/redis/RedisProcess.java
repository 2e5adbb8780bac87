package io.shelfwise.profile.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A redis-server that runs as a child of the tests, in a directory of its own. */
final class RedisProcess implements RedisForTests.Server {
  private final Path directory;
  private final List<String> command;
  private @Nullable Process process;

  RedisProcess(int port, String... options) {
    try {
      directory = Files.createTempDirectory("redis-for-tests");
      String executable =
          ExecutableProvider.newJarResourceProvider(directory.toFile()).get().getPath();
      command = new ArrayList<>(List.of(executable, "--port", Integer.toString(port)));
      command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", directory.toString()));
      command.addAll(List.of(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void start() {
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile())
              .start();
      // Also when a test is broken off.
      Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void remove() {
    kill();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
