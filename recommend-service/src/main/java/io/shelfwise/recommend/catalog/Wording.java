package io.shelfwise.recommend.catalog;

import java.util.List;

/**
 * The words of a product: by these it is found, and is like others.
 *
 * @param title what it is called
 * @param description what is said about it; empty if nothing is
 * @param brand who makes it; empty if that is not known
 * @param categories from the widest to the narrowest
 * @param language the tag of the language that they are in, as BCP 47 has it; empty if that is not
 *     told
 */
public record Wording(
    String title, String description, String brand, List<String> categories, String language) {
  public Wording {
    categories = List.copyOf(categories);
  }

  /** Words that do not tell their language. */
  public Wording(String title, String description, String brand, List<String> categories) {
    this(title, description, brand, categories, "");
  }

  /** Words that are a title and no more. */
  public static Wording of(String title) {
    return new Wording(title, "", "", List.of());
  }

  /** The same words, told to be in a language. */
  public Wording in(String tag) {
    return new Wording(title, description, brand, categories, tag);
  }

  /** The widest category; empty if there is none. */
  public String widestCategory() {
    return categories.isEmpty() ? "" : categories.getFirst();
  }
}
