package io.shelfwise.standalone.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder with the script, one source, a JDK whose {@code java} only writes down how it was called
 * and, where there is a file {@code interrupt}, ends as after Ctrl-C, and a Maven that writes down
 * each call and, as Maven does, leaves alone a jar that need not change.
 *
 * @param folder where it is
 */
record Checkout(Path folder) {
  private static final String JAVA =
      """
      #!/bin/sh
      echo "$@" >>"${0%/jdk/bin/*}/starts"
      for argument in "$@"; do
        case $argument in -XX:AOTCacheOutput=*) touch "${argument#*=}" ;; esac
      done
      [ ! -f "${0%/jdk/bin/*}/interrupt" ] || exit 130
      echo started
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo call >>calls
      mkdir -p standalone/target
      [ -f standalone/target/shelfwise.jar ] || touch standalone/target/shelfwise.jar
      """;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  static Checkout in(Path folder) throws IOException {
    Path original = Path.of("..");
    Checkout checkout = new Checkout(folder);
    checkout.write("shelfwise", Files.readString(original.resolve("shelfwise")));
    checkout.write(".mvn/jdk.sh", Files.readString(original.resolve(".mvn/jdk.sh")));
    checkout.write("mvnw", MAVEN);
    checkout.write("jdk/bin/java", JAVA);
    checkout.write("jdk/bin/javac", JAVA);
    checkout.write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
    checkout.write("pom.xml", "");
    checkout.write("standalone/pom.xml", "");
    checkout.write("standalone/src/main/Main.java", "");
    checkout.write("other/pom.xml", "");
    checkout.write("other/src/main/Other.java", "");
    return checkout;
  }

  /** Writes a file that can be run. */
  void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Makes a file as old as that: what happens within a test is too close together. */
  void age(String name, Duration age) throws IOException {
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now().minus(age)));
  }

  /** How often Maven was called. */
  long builds() throws IOException {
    return lines("calls").size();
  }

  /** With what Java was called each time. */
  List<String> starts() throws IOException {
    return lines("starts");
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** What the script wrote. */
  String run() {
    return run(folder.resolve("shelfwise"), "--help");
  }

  /** What the script wrote when it was called by this name. */
  String run(Path name, String argument) {
    return output(start(name, argument));
  }

  /** A start of the script that is under way, and where it writes. */
  record Started(Process process, Path output) {}

  /** Begins a start of the script. */
  Started start(Path name, String argument) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      ProcessBuilder builder = new ProcessBuilder(List.of(name.toString(), argument));
      builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      return new Started(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a start of the script wrote until it ended. */
  static String output(Started started) {
    try {
      if (!started.process().waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        started.process().destroyForcibly();
        throw new AssertionError("not ended after " + LONGEST);
      }
      return Files.readString(started.output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
