package io.shelfwise.recommend.filter;

import java.util.List;

/** Which products are meant. Two filters that were written alike are equal. */
public sealed interface Filter {
  /** That by which all are. */
  Filter EVERYTHING = new All(List.of());

  /** What all the parts mean. */
  record All(List<Filter> parts) implements Filter {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** What any of the parts means. */
  record Any(List<Filter> parts) implements Filter {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** What the part does not mean; so also products that do not have what it asks for. */
  record Not(Filter part) implements Filter {}

  /** What has any value there. */
  record Present(Field field) implements Filter {}

  /** Whose value compares so; a product without value there is never meant. */
  record Comparison(Field field, Comparator comparator, Value value) implements Filter {}

  /**
   * A field of a product.
   *
   * @param property which field
   * @param name the name of the attribute, if it is one; else empty
   */
  record Field(Property property, String name) {}
}
