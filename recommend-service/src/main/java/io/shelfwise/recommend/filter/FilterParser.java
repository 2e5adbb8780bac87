package io.shelfwise.recommend.filter;

import io.shelfwise.recommend.filter.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads a filter by recursive descent, a method for each rule of the grammar:
 *
 * <pre>
 * filter      = [ conjunction ]
 * conjunction = disjunction { [ "AND" ] disjunction }
 * disjunction = term { "OR" term }
 * term        = [ "NOT" | "-" ] ( "(" conjunction ")" | comparison )
 * comparison  = field comparator value
 * </pre>
 *
 * <p>As in AIP-160, {@code OR} binds closer than {@code AND}, and two terms side by side both hold.
 */
public final class FilterParser {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 20;
  private static final int MOST_COMPARISONS = 100;
  // A pattern becomes an automaton, which costs the square of what it says.
  private static final int MOST_STARS = 5;
  private static final int LONGEST_PATTERN = 100;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
  private static final String COMPARATORS = "one of = != < <= > >= :";

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int comparisons;

  private FilterParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a filter; an empty text means everything.
   *
   * @throws FilterException if the text is none
   */
  public static Filter parse(String text) {
    if (text.isBlank()) {
      return Filter.EVERYTHING;
    }
    if (text.length() > LONGEST) {
      throw new FilterException(LONGEST + 1, "its end, after at most 2,000 characters,");
    }
    FilterParser parser = new FilterParser(Tokens.of(text));
    Filter filter = parser.conjunction();
    if (!parser.now().is(Kind.END)) {
      throw parser.expected("AND, OR, a field or the end");
    }
    return filter;
  }

  private Filter conjunction() {
    return many(this::disjunction, this::andFollows, Filter.All::new);
  }

  private boolean andFollows() {
    if (now().isWord("AND")) {
      at++;
      return true;
    }
    return !now().is(Kind.END) && !now().is(Kind.CLOSE);
  }

  private Filter disjunction() {
    return many(this::term, this::orFollows, Filter.Any::new);
  }

  private boolean orFollows() {
    boolean follows = now().isWord("OR");
    at += follows ? 1 : 0;
    return follows;
  }

  /** One part, or the whole of several. */
  private static Filter many(
      Supplier<Filter> part, Supplier<Boolean> isAnother, Function<List<Filter>, Filter> whole) {
    List<Filter> parts = new ArrayList<>();
    do {
      parts.add(part.get());
    } while (isAnother.get());
    return parts.size() == 1 ? parts.getFirst() : whole.apply(parts);
  }

  private Filter term() {
    if (now().isWord("NOT")) {
      at++;
      return new Filter.Not(simple());
    }
    Token token = now();
    if (token.is(Kind.WORD) && token.text().startsWith("-")) {
      String rest = token.text().substring(1);
      if (rest.isEmpty()) {
        at++;
      } else {
        tokens.set(at, new Token(Kind.WORD, List.of(rest), token.position() + 1));
      }
      return new Filter.Not(simple());
    }
    return simple();
  }

  private Filter simple() {
    if (!now().is(Kind.OPEN)) {
      return comparison();
    }
    if (++depth > DEEPEST) {
      throw expected("no parenthesis inside of " + DEEPEST + " others");
    }
    at++;
    Filter inside = conjunction();
    if (!now().is(Kind.CLOSE)) {
      throw expected("a closing parenthesis");
    }
    at++;
    depth--;
    return inside;
  }

  private Filter comparison() {
    if (++comparisons > MOST_COMPARISONS) {
      throw expected("its end, after at most " + MOST_COMPARISONS + " comparisons,");
    }
    Filter.Field field = field();
    Token sign = now();
    if (!sign.is(Kind.COMPARATOR)) {
      throw expected(COMPARATORS);
    }
    Comparator comparator = Comparator.of(sign.text()).orElseThrow();
    at++;
    if (!now().isValue()) {
      throw expected("a value");
    }
    if (field.name().isEmpty() && field.property() == Property.ATTRIBUTE) {
      return attribute(comparator, sign);
    }
    if (isStar() && !comparator.isOrder()) {
      at++;
      Filter present = new Filter.Present(field);
      return comparator == Comparator.NOT_EQUAL ? new Filter.Not(present) : present;
    }
    Value value = value(field.property(), comparator, sign);
    at++;
    return comparator == Comparator.NOT_EQUAL
        ? new Filter.Not(new Filter.Comparison(field, Comparator.EQUAL, value))
        : new Filter.Comparison(field, comparator, value);
  }

  /** {@code attributes:NAME}: there is an attribute of that name. */
  private Filter attribute(Comparator comparator, Token sign) {
    if (comparator != Comparator.HAS) {
      throw new FilterException(sign.position(), ":, or a name before it as in attributes.colour,");
    }
    return new Filter.Present(new Filter.Field(Property.ATTRIBUTE, tokens.get(at++).text()));
  }

  private Filter.Field field() {
    Token token = now();
    if (!token.is(Kind.WORD)) {
      throw expected("a field, one of " + Property.all() + ",");
    }
    String[] parts = token.text().split("\\.", 2);
    Optional<Property> property = Property.of(parts[0]);
    if (property.isEmpty() || (parts.length > 1 && property.get() != Property.ATTRIBUTE)) {
      throw expected("a field, one of " + Property.all() + ",");
    }
    at++;
    if (parts.length > 1 && parts[1].isEmpty()) {
      // A name that is no word stands in quotes.
      if (!now().is(Kind.QUOTED)) {
        throw expected("the name of an attribute");
      }
      return new Filter.Field(property.get(), tokens.get(at++).text());
    }
    return new Filter.Field(property.get(), parts.length > 1 ? parts[1] : "");
  }

  private Value value(Property property, Comparator comparator, Token sign) {
    Token token = now();
    boolean isNumber = token.is(Kind.WORD) && NUMBER.matcher(token.text()).matches();
    return switch (property.kind()) {
      case NUMBER -> {
        if (!isNumber) {
          throw expected("a number such as 12.5");
        }
        yield new Value.Amount(new BigDecimal(token.text()));
      }
      case EITHER -> isNumber ? new Value.Amount(new BigDecimal(token.text())) : text(comparator);
      case WORD -> {
        if (comparator.isOrder()) {
          throw new FilterException(sign.position(), "=, != or :");
        }
        String word =
            property
                .word(token.text())
                .orElseThrow(() -> expected("one of " + Property.availabilities()));
        yield new Value.Text(List.of(word));
      }
      case TEXT -> text(comparator);
    };
  }

  private Value.Text text(Comparator comparator) {
    Value.Text text = new Value.Text(now().pieces());
    if (comparator.isOrder() && !text.isWhole()) {
      throw expected("a text without *");
    }
    boolean isPattern = !text.isWhole() || comparator == Comparator.HAS;
    if (isPattern && text.pieces().size() > MOST_STARS + 1) {
      throw expected("a text with at most " + MOST_STARS + " *");
    }
    if (isPattern && text.written().length() > LONGEST_PATTERN) {
      throw expected(
          "a text of at most " + LONGEST_PATTERN + " characters, where only a part is told,");
    }
    return text;
  }

  private boolean isStar() {
    return now().is(Kind.WORD) && now().text().equals("*");
  }

  private Token now() {
    return tokens.get(at);
  }

  private FilterException expected(String what) {
    return new FilterException(now().position(), what);
  }
}
