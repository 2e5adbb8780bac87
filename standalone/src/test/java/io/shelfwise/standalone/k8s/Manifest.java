package io.shelfwise.standalone.k8s;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** A piece of a manifest: an object, or a part of one. */
record Manifest(Map<?, ?> fields) {
  /** The objects in a text, as kubectl renders them. */
  static List<Manifest> all(String yaml) {
    return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
        .flatMap(Manifest::piece)
        .toList();
  }

  private static Stream<Manifest> piece(Object value) {
    return value instanceof Map<?, ?> map ? Stream.of(new Manifest(map)) : Stream.empty();
  }

  /** The piece at a path; an empty one if there is none. */
  Manifest at(String... path) {
    return value(path).flatMap(value -> piece(value).findFirst()).orElse(new Manifest(Map.of()));
  }

  /** The pieces listed at a path; none if there is no list. */
  List<Manifest> list(String... path) {
    return value(path)
        .filter(List.class::isInstance)
        .map(list -> ((List<?>) list).stream().flatMap(Manifest::piece).toList())
        .orElse(List.of());
  }

  /** What stands at a path, as a text; empty if nothing does. */
  String text(String... path) {
    return value(path).map(Object::toString).orElse("");
  }

  private Optional<Object> value(String... path) {
    Optional<Object> value = Optional.of(fields);
    for (String step : path) {
      value =
          value
              .filter(Map.class::isInstance)
              .map(map -> Optional.<Object>ofNullable(((Map<?, ?>) map).get(step)))
              .flatMap(found -> found);
    }
    return value;
  }

  String kind() {
    return text("kind");
  }

  String name() {
    return text("metadata", "name");
  }

  @Override
  public String toString() {
    return kind() + " " + name() + text("name");
  }
}
