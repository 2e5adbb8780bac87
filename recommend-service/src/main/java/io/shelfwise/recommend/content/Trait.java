package io.shelfwise.recommend.content;

/** Something in which two products are alike. */
public sealed interface Trait {
  /** A word, as the first of the two writes it, in lower case. */
  record Word(String text) implements Trait {}

  /** An attribute, with the value that the first of the two has. */
  record Attribute(String name, String value) implements Trait {}

  /** What they are about, by a model that places products among each other. */
  enum Meaning implements Trait {
    /** There is no more to tell of it. */
    ALIKE
  }
}
