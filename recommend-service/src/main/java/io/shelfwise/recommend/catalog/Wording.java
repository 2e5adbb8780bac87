package io.shelfwise.recommend.catalog;

import java.util.List;

/**
 * The words of a product: by these it is found, and is like others.
 *
 * @param title what it is called
 * @param description what is said about it; empty if nothing is
 * @param brand who makes it; empty if that is not known
 * @param categories from the widest to the narrowest
 */
public record Wording(String title, String description, String brand, List<String> categories) {
  public Wording {
    categories = List.copyOf(categories);
  }

  /** Words that are a title and no more. */
  public static Wording of(String title) {
    return new Wording(title, "", "", List.of());
  }

  /** The widest category; empty if there is none. */
  public String widestCategory() {
    return categories.isEmpty() ? "" : categories.getFirst();
  }
}
