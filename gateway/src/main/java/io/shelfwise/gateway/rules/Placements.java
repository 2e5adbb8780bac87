package io.shelfwise.gateway.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shop's placements. */
public final class Placements {
  private final Map<String, Placement> byName;

  /** These placements, each of another name. */
  public Placements(List<Placement> placements) {
    byName = placements.stream().collect(Collectors.toMap(Placement::name, Function.identity()));
  }

  /** The placement of a name, if there is one. */
  public Optional<Placement> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all, in order. */
  public List<String> names() {
    return byName.keySet().stream().sorted().toList();
  }
}
