package io.shelfwise.recommend.filter;

import io.shelfwise.recommend.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes the text of a filter apart. */
final class Tokens {
  private static final String SIGNS = "()=!<>:\"'";

  private final String text;
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** The pieces of a text, the end among them. */
  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    List<Token> all = new ArrayList<>();
    do {
      all.add(tokens.next());
    } while (!all.getLast().is(Kind.END));
    return all;
  }

  private Token next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int begin = at;
    if (at == text.length()) {
      return token(Kind.END, begin, "");
    }
    char first = text.charAt(at++);
    return switch (first) {
      case '(' -> token(Kind.OPEN, begin, "(");
      case ')' -> token(Kind.CLOSE, begin, ")");
      case '=', ':' -> token(Kind.COMPARATOR, begin, String.valueOf(first));
      case '<', '>' -> token(Kind.COMPARATOR, begin, first + (follows('=') ? "=" : ""));
      case '!' -> {
        if (!follows('=')) {
          throw new FilterException(begin + 1, "!=");
        }
        yield token(Kind.COMPARATOR, begin, "!=");
      }
      case '"', '\'' -> quoted(first, begin);
      default -> word(begin);
    };
  }

  private boolean follows(char sign) {
    boolean follows = at < text.length() && text.charAt(at) == sign;
    at += follows ? 1 : 0;
    return follows;
  }

  private Token word(int begin) {
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && SIGNS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Token(Kind.WORD, List.of(text.substring(begin, at).split("\\*", -1)), begin + 1);
  }

  private Token quoted(char quote, int begin) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char sign = text.charAt(at++);
      if (sign == '\\' && at < text.length()) {
        piece.append(text.charAt(at++));
      } else if (sign == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(sign);
      }
    }
    if (!follows(quote)) {
      throw new FilterException(at + 1, "the closing " + quote);
    }
    pieces.add(piece.toString());
    return new Token(Kind.QUOTED, pieces, begin + 1);
  }

  private static Token token(Kind kind, int begin, String says) {
    return new Token(kind, List.of(says), begin + 1);
  }
}
