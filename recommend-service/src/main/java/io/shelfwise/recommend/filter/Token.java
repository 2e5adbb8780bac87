package io.shelfwise.recommend.filter;

import java.util.List;

/**
 * A piece of a filter's text.
 *
 * @param kind what it is
 * @param pieces what it says, and where a star stands, the pieces around it
 * @param position at which character it begins, counted from 1
 */
record Token(Kind kind, List<String> pieces, int position) {
  /** What a piece of text can be. */
  enum Kind {
    /** Letters, digits and signs without meaning of their own. */
    WORD,
    /** What stands in quotes. */
    QUOTED,
    /** How values are compared. */
    COMPARATOR,
    /** An opening parenthesis. */
    OPEN,
    /** A closing parenthesis. */
    CLOSE,
    /** The end of the text. */
    END
  }

  /** What it says, as it was written. */
  String text() {
    return String.join("*", pieces);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text().equals(word);
  }

  boolean isValue() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}
