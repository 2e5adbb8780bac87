package io.shelfwise.standalone.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Environment variables are the one source of settings in which a slip does not stop the start. */
class SettingsTest {
  /** They have no default, and so do not stand in the services' files. */
  private static final Set<String> WITHOUT_DEFAULT =
      Set.of(
          "SHELFWISE_ACCESS_KEY",
          "SHELFWISE_PROFILE_MASTER_KEY",
          "SHELFWISE_GATEWAY_ATTRIBUTION_SECRET");

  private final Base base = Base.render();

  @Test
  void everyVariableIsASetting() throws IOException {
    Set<String> known = new HashSet<>(WITHOUT_DEFAULT);
    for (String service :
        Set.of("gateway", "profile-service", "value-service", "recommend-service")) {
      known.addAll(settingsOf(service));
    }
    assertThat(Stream.concat(oneByOne(), together()))
        .filteredOn(name -> name.startsWith("SHELFWISE_"))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  private Stream<String> oneByOne() {
    return base.variables().map(variable -> variable.text("name"));
  }

  private Stream<String> together() {
    return base.ofKind("ConfigMap")
        .flatMap(settings -> settings.at("data").fields().keySet().stream())
        .map(Object::toString);
  }

  private static Set<String> settingsOf(String service) throws IOException {
    Set<String> names = new HashSet<>();
    try (InputStream yaml =
        Objects.requireNonNull(
            SettingsTest.class.getClassLoader().getResourceAsStream(service + ".yml"))) {
      for (String name : new YamlPropertySourceLoader().read(service, yaml).keySet()) {
        names.add(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
      }
    }
    return names;
  }
}
