package io.shelfwise.value;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.shelfwise.value.lifecycle.ActionRule;
import io.shelfwise.value.lifecycle.ActionTable;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.segment.Tier;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the table of actions, as it stands in the settings, {@code
 * shelfwise.value.actions.NAME}.
 *
 * @param name what the line is called
 * @param enabled whether it counts
 * @param order where it stands
 * @param stages the stages it is for; absent: any
 * @param tiers the tiers it is for; absent: any
 * @param segments the segments that a customer must be in, all of them; absent: none
 * @param action what to do; absent: what the line is called
 * @param text how, in a sentence
 */
@EachProperty("shelfwise.value.actions")
public record ActionSettings(
    @Parameter String name,
    @Bindable(defaultValue = "true") boolean enabled,
    int order,
    Optional<Set<Stage>> stages,
    Optional<Set<Tier>> tiers,
    Optional<Set<String>> segments,
    Optional<String> action,
    String text) {
  /** The table that all lines make. */
  static ActionTable table(Collection<ActionSettings> lines) {
    return new ActionTable(
        lines.stream().filter(ActionSettings::enabled).map(ActionSettings::rule).toList());
  }

  private ActionRule rule() {
    return new ActionRule(
        order,
        stages.orElse(Set.of()),
        tiers.orElse(Set.of()),
        segments.orElse(Set.of()),
        action.orElse(name),
        text);
  }
}
