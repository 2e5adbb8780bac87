package io.shelfwise.recommend;

import io.micronaut.core.naming.NameUtils;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings as the settings file has them: {@code half-life: 180d} for a record's component {@code
 * halfLife}. So what is told of a model can be copied into the file that made it.
 */
final class WrittenSettings {
  private static final List<Unit> UNITS =
      List.of(
          new Unit("d", Duration.ofDays(1)),
          new Unit("h", Duration.ofHours(1)),
          new Unit("m", Duration.ofMinutes(1)),
          new Unit("s", Duration.ofSeconds(1)),
          new Unit("ms", Duration.ofMillis(1)));

  private record Unit(String symbol, Duration length) {
    boolean measures(Duration time) {
      return time.equals(length.multipliedBy(times(time)));
    }

    long times(Duration time) {
      return time.dividedBy(length);
    }
  }

  private WrittenSettings() {}

  /** The settings of a record by their names. */
  static SortedMap<String, String> of(Record settings) {
    SortedMap<String, String> written = new TreeMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      written.put(name(component), value(value(component, settings)));
    }
    return written;
  }

  /** The name of a setting. */
  static String name(RecordComponent component) {
    return NameUtils.hyphenate(component.getName());
  }

  /** The value of a setting. */
  static String value(Object value) {
    return switch (value) {
      case Duration time -> time(time);
      case Enum<?> one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-');
      default -> value.toString();
    };
  }

  /** In the largest unit of which it is a whole number. */
  private static String time(Duration time) {
    if (time.isZero()) {
      return "0s";
    }
    return UNITS.stream()
        .filter(unit -> unit.measures(time))
        .findFirst()
        .map(unit -> unit.times(time) + unit.symbol())
        .orElseGet(time::toString);
  }

  private static Object value(RecordComponent component, Record settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException(component + " is public", e);
    }
  }
}
