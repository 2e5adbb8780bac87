package io.shelfwise.standalone.shop.goods;

import io.shelfwise.standalone.shop.words.Phrase;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells a product from others of its kind; what does not apply is empty.
 *
 * @param series the name of the maker's line
 * @param shade the colour, pattern or finish
 */
public record Variant(String series, String material, String size, String shade) {

  /** The product's title: "Linnet enamel camping kettle, 1.2 l, moss green". */
  String title(String noun) {
    String name = joined(" ", series, material, noun);
    return Phrase.capitalized(joined(", ", name, size, shade));
  }

  private static String joined(String separator, String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(separator));
  }
}
