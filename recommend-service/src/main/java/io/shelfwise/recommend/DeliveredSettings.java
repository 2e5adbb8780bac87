package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourcePropertyResolver;
import io.micronaut.core.convert.DefaultMutableConversionService;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.converters.time.TimeConverterRegistrar;
import io.shelfwise.rpc.Launch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of the recommenders as the service is delivered with them, and what is set over
 * them, read without starting anything.
 *
 * <p>Settings are named without what all have in common: {@code user-knn.neighbors} stands for
 * {@code shelfwise.recommend.user-knn.neighbors}.
 */
final class DeliveredSettings {
  private static final String COMMON = "shelfwise.recommend.";

  private final PropertySourcePropertyResolver properties;
  private final SortedMap<String, String> values = new TreeMap<>();

  private DeliveredSettings(PropertySourcePropertyResolver properties) {
    this.properties = properties;
  }

  /**
   * Reads.
   *
   * @param set what is set, by name
   * @throws IllegalArgumentException if there is no such setting, or it cannot have that value
   */
  static DeliveredSettings with(Map<String, String> set) {
    DefaultMutableConversionService conversions = new DefaultMutableConversionService();
    new TimeConverterRegistrar().register(conversions);
    Map<String, Object> over = new TreeMap<>();
    set.forEach((name, value) -> over.put(COMMON + name, value));
    PropertySourcePropertyResolver properties = new PropertySourcePropertyResolver(conversions);
    properties.addPropertySource(
        PropertySource.of("defaults", Launch.defaultsOf("recommend-service"), 0));
    properties.addPropertySource(PropertySource.of("set", over, 1));
    DeliveredSettings settings = new DeliveredSettings(properties);
    settings.models();
    for (String name : set.keySet()) {
      if (!settings.values.containsKey(name)) {
        throw new IllegalArgumentException(settings.unknown(name));
      }
    }
    return settings;
  }

  /**
   * Names the nearest setting, and those of its recommender only: all are too many to read. Where
   * none is near, says who has settings.
   */
  private String unknown(String name) {
    String missing = "there is no setting " + name;
    Optional<String> meant = Spelling.meant(name, values.keySet());
    String owner = owner(meant.orElse(name));
    List<String> own = values.keySet().stream().filter(one -> owner(one).equals(owner)).toList();
    if (own.isEmpty()) {
      return values.keySet().stream()
          .map(DeliveredSettings::owner)
          .distinct()
          .collect(Collectors.joining(", ", missing + " (expected: one of those of ", ")"));
    }
    return missing
        + meant.map(nearest -> ": did you mean " + nearest + "?").orElse("")
        + own.stream().collect(Collectors.joining(", ", " (expected: one of ", ")"));
  }

  private static String owner(String setting) {
    return setting.split("\\.", 2)[0];
  }

  /** All settings, by name. */
  SortedMap<String, String> values() {
    return values;
  }

  /** How long all recommenders together may take for an answer. */
  Duration budget() {
    return value(COMMON + "budget", Argument.of(Duration.class));
  }

  /** The settings of all recommenders, as the service has them. */
  ModelSettings models() {
    List<Object> records = new ArrayList<>();
    for (RecordComponent component : ModelSettings.class.getRecordComponents()) {
      ConfigurationProperties prefix =
          component.getType().getAnnotation(ConfigurationProperties.class);
      records.add(bound(component.getType(), prefix.value()));
    }
    return (ModelSettings) made(ModelSettings.class, records);
  }

  private Object bound(Class<?> type, String prefix) {
    List<Object> arguments = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + WrittenSettings.name(component);
      Argument<?> argument = Argument.of(component.getGenericType());
      Object value = value(name, argument);
      values.put(name.substring(COMMON.length()), WrittenSettings.value(value));
      arguments.add(value);
    }
    return made(type, arguments);
  }

  private <T> T value(String name, Argument<T> argument) {
    try {
      return properties
          .getProperty(name, argument)
          .orElseThrow(() -> refused(name, argument.getType()));
    } catch (ConversionErrorException e) {
      throw refused(name, argument.getType());
    }
  }

  private IllegalArgumentException refused(String name, Class<?> type) {
    return new IllegalArgumentException(
        "%s: %s (expected: %s)"
            .formatted(
                name.substring(COMMON.length()),
                properties.getProperty(name, Object.class).map(Object::toString).orElse("nothing"),
                inWords(type)));
  }

  private static String inWords(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class) {
      return "a number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == Duration.class) {
      return "a length of time, such as 30m or 180d";
    }
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(WrittenSettings::value)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return "a text";
  }

  private static Object made(Class<?> type, List<Object> arguments) {
    try {
      return type.getDeclaredConstructors()[0].newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " does not take its settings", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is a record of this package", e);
    }
  }
}
