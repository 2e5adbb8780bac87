package io.shelfwise.recommend.filter;

import java.util.Arrays;
import java.util.Optional;

/** How a value is compared. */
public enum Comparator {
  /** It is the same; of a field with several values, any of them is. */
  EQUAL("="),
  /** It is another. Is told as the opposite of {@link #EQUAL}. */
  NOT_EQUAL("!="),
  /** It is less. */
  LESS("<"),
  /** It is not more. */
  AT_MOST("<="),
  /** It is more. */
  MORE(">"),
  /** It is not less. */
  AT_LEAST(">="),
  /** It has this: of the title, these letters in whatever case; else as {@link #EQUAL}. */
  HAS(":");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  /** How it is written. */
  public String sign() {
    return sign;
  }

  /** Whether it is about order. */
  public boolean isOrder() {
    return switch (this) {
      case LESS, AT_MOST, MORE, AT_LEAST -> true;
      case EQUAL, NOT_EQUAL, HAS -> false;
    };
  }

  static Optional<Comparator> of(String sign) {
    return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
  }
}
