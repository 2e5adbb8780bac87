package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.filter.Comparator;
import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.filter.Filter.Field;
import io.shelfwise.recommend.filter.Value;
import io.shelfwise.recommend.filter.Value.Amount;
import io.shelfwise.recommend.filter.Value.Text;
import io.shelfwise.recommend.language.Languages;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A filter as a question to the index.
 *
 * @param languages by what codes languages stand in the index
 */
record FilterQuery(Languages languages) {
  /** Finds what a filter means. */
  Query of(Filter filter) {
    return switch (filter) {
      case Filter.All all -> all(all);
      case Filter.Any any -> any(any);
      case Filter.Not not ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(of(not.part()), Occur.MUST_NOT)
              .build();
      case Filter.Present present -> present(present.field());
      case Filter.Comparison comparison ->
          comparison(comparison.field(), comparison.comparator(), comparison.value());
    };
  }

  private Query all(Filter.All all) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    all.parts().forEach(part -> query.add(of(part), Occur.FILTER));
    return query.build();
  }

  private Query any(Filter.Any any) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    any.parts().forEach(part -> query.add(of(part), Occur.SHOULD));
    return new ConstantScoreQuery(query.build());
  }

  private static Query present(Field field) {
    return switch (field.property()) {
      case PRICE -> new FieldExistsQuery(ProductDocument.PRICE);
      case ATTRIBUTE ->
          new PrefixQuery(
              new Term(ProductDocument.ATTRIBUTES, ProductDocument.attribute(field.name(), "")));
      case BRAND ->
          TermRangeQuery.newStringRange(ProductDocument.EXACT_BRAND, "", null, false, true);
      case CATEGORY ->
          TermRangeQuery.newStringRange(ProductDocument.EXACT_CATEGORY, "", null, false, true);
      case ID, TITLE, MARGIN, STOCK, AVAILABILITY, LANGUAGE -> MatchAllDocsQuery.INSTANCE;
    };
  }

  private Query comparison(Field field, Comparator comparator, Value value) {
    return switch (field.property()) {
      case ID -> text(ProductDocument.ID, "", comparator, (Text) value);
      case TITLE ->
          comparator == Comparator.HAS
              ? part(ProductDocument.LOWER_TITLE, (Text) value)
              : text(ProductDocument.EXACT_TITLE, "", comparator, (Text) value);
      case BRAND -> text(ProductDocument.EXACT_BRAND, "", comparator, (Text) value);
      case CATEGORY -> text(ProductDocument.EXACT_CATEGORY, "", comparator, (Text) value);
      case AVAILABILITY -> text(ProductDocument.AVAILABILITY, "", comparator, (Text) value);
      case LANGUAGE ->
          new TermQuery(
              new Term(ProductDocument.LANGUAGE, languages.code(((Text) value).written())));
      case PRICE ->
          WholeRange.of(comparator, number(value), Price.MICROS_PER_UNIT)
              .query(ProductDocument.PRICE);
      case STOCK -> WholeRange.of(comparator, number(value), 1).query(ProductDocument.STOCK);
      case MARGIN -> margin(comparator, number(value).doubleValue());
      case ATTRIBUTE -> attribute(field.name(), comparator, value);
    };
  }

  private static BigDecimal number(Value value) {
    return ((Amount) value).number();
  }

  private static Query attribute(String name, Comparator comparator, Value value) {
    return switch (value) {
      case Text text ->
          text(ProductDocument.ATTRIBUTES, ProductDocument.attribute(name, ""), comparator, text);
      case Amount amount ->
          range(
              ProductDocument.ATTRIBUTE_NUMBERS,
              comparator,
              ProductDocument.attributeNumber(name, Double.NEGATIVE_INFINITY),
              ProductDocument.attributeNumber(name, amount.number().doubleValue()),
              ProductDocument.attributeNumber(name, Double.POSITIVE_INFINITY));
    };
  }

  /** Compares the terms of a field, all of which begin with a prefix, that is not compared. */
  private static Query text(String field, String prefix, Comparator comparator, Text text) {
    if (!text.isWhole()) {
      return new WildcardQuery(
          new Term(
              field,
              text.pieces().stream()
                  .map(piece -> escaped(piece))
                  .collect(Collectors.joining("*", escaped(prefix), ""))));
    }
    return range(
        field,
        comparator,
        new BytesRef(prefix),
        new BytesRef(prefix + text.written()),
        new BytesRef(prefix + Character.toString(Character.MAX_CODE_POINT)));
  }

  /** Finds what has a text as part of it, in whatever case. */
  private static Query part(String field, Text text) {
    return new WildcardQuery(
        new Term(
            field,
            text.pieces().stream()
                .map(piece -> escaped(piece.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("*", "*", "*"))));
  }

  private static String escaped(String piece) {
    return piece.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
  }

  private static Query range(
      String field, Comparator comparator, BytesRef least, BytesRef value, BytesRef most) {
    return switch (comparator) {
      case EQUAL, HAS -> new TermQuery(new Term(field, value));
      case LESS -> new TermRangeQuery(field, least, value, true, false);
      case AT_MOST -> new TermRangeQuery(field, least, value, true, true);
      case MORE -> new TermRangeQuery(field, value, most, false, true);
      case AT_LEAST -> new TermRangeQuery(field, value, most, true, true);
      case NOT_EQUAL -> throw new IllegalArgumentException("!= (expected: the opposite of =)");
    };
  }

  private static Query margin(Comparator comparator, double value) {
    double lowest = Double.NEGATIVE_INFINITY;
    double highest = Double.POSITIVE_INFINITY;
    return switch (comparator) {
      case EQUAL, HAS -> DoubleField.newExactQuery(ProductDocument.MARGIN, value);
      case LESS -> margins(lowest, DoublePoint.nextDown(value));
      case AT_MOST -> margins(lowest, value);
      case MORE -> margins(DoublePoint.nextUp(value), highest);
      case AT_LEAST -> margins(value, highest);
      case NOT_EQUAL -> throw new IllegalArgumentException("!= (expected: the opposite of =)");
    };
  }

  private static Query margins(double from, double to) {
    return from > to
        ? MatchNoDocsQuery.INSTANCE
        : DoubleField.newRangeQuery(ProductDocument.MARGIN, from, to);
  }
}
