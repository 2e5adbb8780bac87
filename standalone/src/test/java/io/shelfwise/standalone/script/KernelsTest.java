package io.shelfwise.standalone.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The JVM passes over methods that it does not find: a kernel by another name would be slow in
 * silence. Where it does not understand the rest of a line, it says so and does not start.
 */
class KernelsTest {
  private static final Path KERNELS = Path.of("src/main/jvm/kernels");
  private static final Pattern METHODS = Pattern.compile("([\\w.]+)::(\\w*)(\\*?)");

  @Test
  void whatIsCompiledInAWayOfItsOwnIsThere() throws IOException {
    String file = Files.readString(KERNELS);
    List<MatchResult> named = METHODS.matcher(file).results().toList();

    assertThat(named).hasSizeGreaterThan(4);
    for (MatchResult methods : named) {
      assertThat(methods(methods.group(1)))
          .as(methods.group())
          .anyMatch(
              name ->
                  methods.group(3).isEmpty()
                      ? name.equals(methods.group(2))
                      : name.startsWith(methods.group(2)));
    }
  }

  @Test
  void theJvmStartsWithThemWithoutAWord() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:CompileCommandFile=" + KERNELS,
                "-version")
            .redirectError(ProcessBuilder.Redirect.DISCARD) // where the version goes
            .start();
    String told = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).as(told).isZero();
    assertThat(told).isEmpty();
  }

  private static List<String> methods(String type) {
    try {
      return Arrays.stream(Class.forName(type).getDeclaredMethods()).map(Method::getName).toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
