package io.shelfwise.standalone.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The JVM passes over what it does not find: a kernel by another name would be slow in silence. */
class KernelsTest {
  private static final Pattern METHODS = Pattern.compile("([\\w.]+)::(\\w*)(\\*?)");

  @Test
  void whatIsCompiledInAWayOfItsOwnIsThere() throws IOException {
    String file = Files.readString(Path.of("src/main/jvm/kernels"));
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

  private static List<String> methods(String type) {
    try {
      return Arrays.stream(Class.forName(type).getDeclaredMethods()).map(Method::getName).toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
