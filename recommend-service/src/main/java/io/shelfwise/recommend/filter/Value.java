package io.shelfwise.recommend.filter;

import java.math.BigDecimal;
import java.util.List;

/** What a field is compared with. */
public sealed interface Value {
  /**
   * A text, in which anything may stand between two pieces.
   *
   * @param pieces the pieces that are told; one only if it is told as a whole
   */
  record Text(List<String> pieces) implements Value {
    public Text {
      pieces = List.copyOf(pieces);
    }

    /** Whether it is told as a whole. */
    public boolean isWhole() {
      return pieces.size() == 1;
    }

    /** The text as it was written. */
    public String written() {
      return String.join("*", pieces);
    }
  }

  /** A number. */
  record Amount(BigDecimal number) implements Value {}
}
