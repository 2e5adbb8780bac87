package io.shelfwise.standalone.value;

import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.Stage;
import io.shelfwise.value.v1.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What customers and their groups are called where people read and type it. */
final class Words {
  private static final String TIER = "TIER_";
  private static final String STAGE = "STAGE_";
  private static final String NONE = "unspecified";

  private Words() {}

  /** The customer's id, out of {@code stores/{store}/customers/{customer}/value}. */
  static String customer(CustomerValue value) {
    return value.getName().replaceFirst("^stores/[^/]+/customers/", "").replaceFirst("/value$", "");
  }

  /** The word for a tier, such as {@code high}; empty if there is none. */
  static String of(Tier tier) {
    return word(tier, TIER);
  }

  /** The word for a stage, such as {@code at-risk}; empty if there is none. */
  static String of(Stage stage) {
    return word(stage, STAGE);
  }

  private static String word(Enum<?> value, String prefix) {
    String word = spelt(value, prefix);
    return word.equals(NONE) ? "" : word;
  }

  private static String spelt(Enum<?> value, String prefix) {
    String name = value.name();
    return name.startsWith(prefix)
        ? name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-')
        : NONE;
  }

  /** Reads a tier. */
  static final class TierConverter implements ITypeConverter<Tier> {
    @Override
    public Tier convert(String word) {
      return meant(Tier.values(), TIER, word);
    }
  }

  /** Reads a stage. */
  static final class StageConverter implements ITypeConverter<Stage> {
    @Override
    public Stage convert(String word) {
      return meant(Stage.values(), STAGE, word);
    }
  }

  private static <E extends Enum<E>> E meant(E[] values, String prefix, String word) {
    return Arrays.stream(values)
        .filter(value -> !word.isEmpty() && word(value, prefix).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    word
                        + " (expected: "
                        + Arrays.stream(values)
                            .map(value -> word(value, prefix))
                            .filter(known -> !known.isEmpty())
                            .collect(Collectors.joining(", "))
                        + ")"));
  }
}
