package io.shelfwise.rpc;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a service: its settings, its beans, and its end.
 *
 * <p>Each service brings its defaults as a resource of its own name ({@code profile-service.yml}),
 * so that several can live in one process. Over these stand system properties, then environment
 * variables ({@code SHELFWISE_PROFILE_LISTEN} for {@code shelfwise.profile.listen}), then what the
 * caller sets. A setting under {@code shelfwise.} that no service knows stops the start: it is a
 * slip of the pen that would otherwise be found in the night.
 */
public final class Launch {
  private static final Pattern OURS = Pattern.compile("shelfwise\\.[^.]+\\.");
  private static final int UNDER_ALL_ELSE = -1000;
  private static final int OVER_ALL_ELSE = 1000;

  private Launch() {}

  /**
   * Starts the service of a name, for a {@code main}; it lives until the process is told to end.
   */
  public static ApplicationContext main(String service) {
    ApplicationContext context = start(List.of(service), Map.of());
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "close-" + service));
    return context;
  }

  /**
   * Starts services in this process, and the HTTP server that they share if one is on the class
   * path.
   *
   * @param services whose defaults to read: {@code NAME.yml} on the class path
   * @param settings what stands over everything else
   * @throws IllegalArgumentException if there is a setting that no service knows
   */
  public static ApplicationContext start(List<String> services, Map<String, Object> settings) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    services.forEach(service -> defaults.putAll(defaultsOf(service)));
    ApplicationContext context =
        ApplicationContext.builder()
            .propertySources(
                PropertySource.of("defaults", defaults, UNDER_ALL_ELSE),
                PropertySource.of("settings", settings, OVER_ALL_ELSE))
            .deduceEnvironment(false)
            .banner(false)
            .build();
    context.start();
    try {
      refuseUnknown(context);
      context.findBean(EmbeddedServer.class).ifPresent(EmbeddedServer::start);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
    return context;
  }

  /** The settings that a service is delivered with, by their names. */
  public static Map<String, Object> defaultsOf(String service) {
    String resource = service + ".yml";
    try (InputStream yaml = Launch.class.getClassLoader().getResourceAsStream(resource)) {
      if (yaml == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new YamlPropertySourceLoader().read(resource, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseUnknown(ApplicationContext context) {
    Set<String> known = known(context);
    Pattern pattern =
        Pattern.compile(known.stream().map(Launch::pattern).collect(Collectors.joining("|")));
    Set<String> unknown = new TreeSet<>(SettingVariables.unknown(known, System.getenv().keySet()));
    for (PropertySource source : context.getEnvironment().getPropertySources()) {
      // An environment variable stands for many spellings of a setting, of which one is meant; so
      // variables are looked at by their own names.
      if (source instanceof EnvironmentPropertySource) {
        continue;
      }
      for (String name : source) {
        if (OURS.matcher(name).lookingAt() && !pattern.matcher(name).matches()) {
          unknown.add(name);
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown settings: "
              + String.join(", ", unknown)
              + " (expected: one of "
              + String.join(", ", known)
              + ")");
    }
  }

  /** The names of all settings: what the records of settings are constructed with. */
  private static Set<String> known(ApplicationContext context) {
    return context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
        .flatMap(definition -> Stream.of(definition.getConstructor().getArguments()))
        .flatMap(
            argument ->
                argument.getAnnotationMetadata().stringValue(Property.class, "name").stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * A setting that is a map or a list has further names below its own; in the settings of things
   * that the user names, {@code *} stands for the name.
   */
  private static String pattern(String known) {
    return Pattern.quote(known).replace("*", "\\E[^.]+\\Q") + "([.\\[].*)?";
  }
}
