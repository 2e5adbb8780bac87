package io.shelfwise.standalone.load;

import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.CartRemoval;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.Search;
import io.shelfwise.event.v1.SurveyAnswer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the column {@code kind} of a table of events can say, and which further columns each kind
 * reads.
 */
enum EventKind {
  /** product. */
  VIEW {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      event.setProductView(ProductView.newBuilder().setProduct(row.required("product")));
    }
  },
  /** product, quantity. */
  CART_ADDITION {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      event.setCartAddition(
          CartAddition.newBuilder()
              .setProduct(row.required("product"))
              .setQuantity(LineItems.quantity(row)));
    }
  },
  /** product, quantity. */
  CART_REMOVAL {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      event.setCartRemoval(
          CartRemoval.newBuilder()
              .setProduct(row.required("product"))
              .setQuantity(LineItems.quantity(row)));
    }
  },
  /** order, product, quantity, price, currency; a line of the order. */
  PURCHASE {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      Purchase.Builder purchase = event.getPurchaseBuilder();
      row.text("order").ifPresent(purchase::setOrder);
      purchase.addLines(LineItems.line(row, forms));
    }

    @Override
    boolean hasLines() {
      return true;
    }
  },
  /** order, product, quantity, price, currency; a line of what came back. */
  RETURN {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      Return.Builder returned = event.getReturnBuilder();
      row.text("order").ifPresent(returned::setOrder);
      returned.addLines(LineItems.line(row, forms));
    }

    @Override
    boolean hasLines() {
      return true;
    }
  },
  /** product, stars, title, text. */
  RATING {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      Rating.Builder rating = Rating.newBuilder().setProduct(row.required("product"));
      row.decimal("stars").ifPresent(stars -> rating.setStars(stars.doubleValue()));
      row.text("title").ifPresent(rating::setTitle);
      row.text("text").ifPresent(rating::setText);
      event.setRating(rating);
    }
  },
  /** query. */
  SEARCH {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      event.setSearch(Search.newBuilder().setQuery(row.required("query")));
    }
  },
  /** survey, question, and one of number, choice, text. */
  SURVEY_ANSWER {
    @Override
    void read(CsvRow row, CellForms forms, Event.Builder event) {
      SurveyAnswer.Builder answer =
          SurveyAnswer.newBuilder()
              .setSurvey(row.required("survey"))
              .setQuestion(row.required("question"));
      List<String> given =
          Stream.of("number", "choice", "text").filter(c -> row.text(c).isPresent()).toList();
      if (given.size() != 1) {
        throw new RowException(
            "answer: %s (expected: one of number, choice, text)"
                .formatted(given.isEmpty() ? "nothing" : String.join(" and ", given)));
      }
      row.decimal("number").ifPresent(number -> answer.setNumber(number.doubleValue()));
      row.text("choice").ifPresent(answer::setChoice);
      row.text("text").ifPresent(answer::setText);
      event.setSurveyAnswer(answer);
    }
  };

  /** Reads what the row says of an event of this kind into the event. */
  abstract void read(CsvRow row, CellForms forms, Event.Builder event);

  /** Whether an event of this kind can fill several rows, each with a line of it. */
  boolean hasLines() {
    return false;
  }

  /** The kind that a row is of. */
  static EventKind of(CsvRow row) {
    String word = row.required("kind");
    return Stream.of(values())
        .filter(kind -> kind.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                RowException.in(
                    "kind",
                    word,
                    Stream.of(values()).map(EventKind::word).collect(Collectors.joining(", "))));
  }

  /** What a row says for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
