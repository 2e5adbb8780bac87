package io.shelfwise.recommend.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a product that can be filtered by. */
public enum Property {
  /** Its id. */
  ID("id", Kind.TEXT),
  /** What it is called. */
  TITLE("title", Kind.TEXT),
  /** Who makes it. */
  BRAND("brand", Kind.TEXT),
  /** Any of its categories. */
  CATEGORY("category", Kind.TEXT),
  /** What a piece costs, in units of the store's currency. */
  PRICE("price", Kind.NUMBER),
  /** The part of the price that is left to the shop, 0 to 1. */
  MARGIN("margin", Kind.NUMBER),
  /** Pieces in stock. */
  STOCK("stock", Kind.NUMBER),
  /** Whether it can be bought: {@code IN_STOCK}, {@code OUT_OF_STOCK} or {@code DISCONTINUED}. */
  AVAILABILITY("availability", Kind.WORD),
  /** The language that it is told in. */
  LANGUAGE("language", Kind.WORD),
  /** An attribute of its own, as {@code attributes.colour}: a text, or a number written as one. */
  ATTRIBUTE("attributes", Kind.EITHER);

  /** How else availability is written: as in the contract. */
  private static final String LONG_FORM = "AVAILABILITY_";

  private static final List<String> AVAILABILITIES =
      List.of("IN_STOCK", "OUT_OF_STOCK", "DISCONTINUED");

  /** What values of a field can be. */
  enum Kind {
    /** Any text, which has an order. */
    TEXT,
    /** A text that has no order. */
    WORD,
    /** A number. */
    NUMBER,
    /** What it is written as. */
    EITHER
  }

  private final String text;
  private final Kind kind;

  Property(String text, Kind kind) {
    this.text = text;
    this.kind = kind;
  }

  String text() {
    return text;
  }

  Kind kind() {
    return kind;
  }

  /** A word as the field has it; empty if it can have no such word. */
  Optional<String> word(String written) {
    if (this != AVAILABILITY) {
      return Optional.of(written);
    }
    String word = written.startsWith(LONG_FORM) ? written.substring(LONG_FORM.length()) : written;
    return Optional.of(word).filter(AVAILABILITIES::contains);
  }

  /** The words that the field can have, in a sentence. */
  static String availabilities() {
    return String.join(", ", AVAILABILITIES);
  }

  static Optional<Property> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }

  /** All fields, in a sentence. */
  static String all() {
    return Arrays.stream(values())
        .map(one -> one == ATTRIBUTE ? one.text + ".NAME" : one.text)
        .collect(Collectors.joining(", "));
  }
}
