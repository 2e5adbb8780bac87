package io.shelfwise.recommend.interactions;

/** What a customer can do with a product. */
public enum Kind {
  /** Looked at its page. */
  VIEW(0),
  /** Laid it into the cart. */
  CART_ADDITION(1),
  /** Took it out of the cart. */
  CART_REMOVAL(2),
  /** Bought it. */
  PURCHASE(3),
  /** Brought it back, or cancelled the order. */
  RETURN(4),
  /** Rated it. */
  RATING(5);

  private static final Kind[] BY_CODE = new Kind[6];

  static {
    for (Kind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  /** What stands for it where millions are kept; never given to another. */
  private final byte code;

  Kind(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static Kind of(byte code) {
    if (code < 0 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("kind: " + code + " (expected: 0 to 5)");
    }
    return BY_CODE[code];
  }
}
