package io.shelfwise.standalone.shop.words;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps: {@code {noun}} is a word, {@code {a noun}} the word with its article,
 * {@code {Noun}} begins with a capital; {@code [is|are]} is chosen by whether the noun is one or
 * many.
 */
public final class Phrase {
  private static final Pattern GAP = Pattern.compile("\\{([^}]+)}|\\[([^|\\]]*)\\|([^\\]]*)]");

  private Phrase() {}

  /**
   * The sentence with its gaps filled.
   *
   * @param words the words by name in lower case; {@code noun} decides between one and many
   */
  public static String fill(String phrase, Map<String, String> words) {
    boolean many = isPlural(word("noun", words));
    return GAP.matcher(phrase)
        .replaceAll(gap -> Matcher.quoteReplacement(filling(gap, words, many)));
  }

  private static String filling(MatchResult gap, Map<String, String> words, boolean many) {
    String name = gap.group(1);
    if (name == null) {
      return many ? gap.group(3) : gap.group(2);
    }
    if (Character.isUpperCase(name.charAt(0))) {
      return capitalized(filling(uncapitalized(name), words, many));
    }
    return filling(name, words, many);
  }

  private static String filling(String name, Map<String, String> words, boolean many) {
    if (!name.startsWith("a ")) {
      return word(name, words);
    }
    String word = word(name.substring(2), words);
    return many ? word : withArticle(word);
  }

  private static String word(String name, Map<String, String> words) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException(
          "word: " + name + " (expected: one of " + words.keySet() + ")");
    }
    return word;
  }

  private static boolean isPlural(String noun) {
    return noun.endsWith("s") && !noun.endsWith("ss");
  }

  private static String withArticle(String word) {
    return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  /** The text with a capital at its beginning. */
  public static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String uncapitalized(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
