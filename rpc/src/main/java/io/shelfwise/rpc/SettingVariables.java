package io.shelfwise.rpc;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The environment variables that stand for settings: {@code SHELFWISE_PROFILE_MASTER_KEY} for
 * {@code shelfwise.profile.master-key}.
 *
 * <p>Services share an environment, and other things of ours are told by variables too. So a
 * variable must be known only if its second word is that of settings that are known here.
 */
final class SettingVariables {
  private static final String OURS = "shelfwise.";

  private SettingVariables() {}

  /**
   * The variables that look like settings of this process and are none.
   *
   * @param known the names of all settings; {@code *} stands for a name of the user's choice
   * @param variables the names of all environment variables
   */
  static Set<String> unknown(Set<String> known, Set<String> variables) {
    Set<String> settings =
        known.stream().filter(name -> name.startsWith(OURS)).collect(Collectors.toSet());
    Pattern ours =
        anyOf(settings.stream().map(SettingVariables::group).collect(Collectors.toSet()));
    Pattern names = anyOf(settings);
    return variables.stream()
        .filter(name -> ours.matcher(name).matches() && !names.matcher(name).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code shelfwise.profile} of {@code shelfwise.profile.master-key}. */
  private static String group(String setting) {
    return setting.substring(0, setting.indexOf('.', OURS.length()));
  }

  /** These names and all below them. */
  private static Pattern anyOf(Set<String> settings) {
    return Pattern.compile(
        settings.stream()
            .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_").replace("*", ".+"))
            .collect(Collectors.joining("|", "(", ")(_.*)?")));
  }
}
