package io.shelfwise.standalone.redis;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A {@code redis-server} program that can be run here: the one on the PATH if it is new enough,
 * else the one that the embedded-redis jar carries for this system.
 *
 * @param path where it is
 * @param version what it says it is
 */
record RedisBinary(Path path, Version version) {
  private static final Version OLDEST = new Version(6, 2);
  private static final Pattern SAID = Pattern.compile("server v=(\\d+)\\.(\\d+)");

  /** The first two numbers of a version: files and commands do not change with the third. */
  record Version(int major, int minor) implements Comparable<Version> {
    static Version parse(String text) {
      String[] numbers = text.strip().split("\\.", -1);
      return new Version(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    @Override
    public int compareTo(Version other) {
      return major != other.major
          ? Integer.compare(major, other.major)
          : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }

  /**
   * Finds a program.
   *
   * @param searchPath where to look first, as in the variable PATH
   * @param place where to unpack the one of the jar, if it is needed
   * @throws CommandFailure if none runs on this system
   */
  static RedisBinary find(String searchPath, Path place) {
    return onPath(searchPath)
        .or(() -> inJar(place))
        .orElseThrow(
            () ->
                new CommandFailure(
                    "no Redis runs on this system: install redis-server "
                        + OLDEST
                        + " or newer, so that it is on the PATH"));
  }

  private static Optional<RedisBinary> onPath(String searchPath) {
    return Stream.of(searchPath.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of("redis-server", "valkey-server").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .flatMap(program -> asked(program).stream())
        .filter(binary -> binary.version().compareTo(OLDEST) >= 0)
        .findFirst();
  }

  private static Optional<RedisBinary> inJar(Path place) {
    try {
      Files.createDirectories(place);
      return asked(ExecutableProvider.newJarResourceProvider(place.toFile()).get().toPath());
    } catch (IOException e) {
      throw new CommandFailure("Redis cannot be unpacked to " + place + ": " + e.getMessage(), e);
    }
  }

  /** The program with its version; empty if it does not run here, as for want of a library. */
  private static Optional<RedisBinary> asked(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(5, TimeUnit.SECONDS);
      Matcher matcher = SAID.matcher(said);
      return matcher.find()
          ? Optional.of(
              new RedisBinary(program, Version.parse(matcher.group(1) + "." + matcher.group(2))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
