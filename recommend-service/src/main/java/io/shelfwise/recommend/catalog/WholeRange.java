package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.filter.Comparator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Which whole numbers compare with a number, whole or not, as was asked.
 *
 * @param from the least
 * @param to the greatest; less than the least if there is none
 */
record WholeRange(long from, long to) {
  /**
   * Those that are asked for.
   *
   * @param scale how many of the whole numbers make one of what was asked in
   */
  static WholeRange of(Comparator comparator, BigDecimal asked, long scale) {
    BigDecimal value = asked.multiply(BigDecimal.valueOf(scale));
    long floor = bounded(value.setScale(0, RoundingMode.FLOOR));
    long ceiling = bounded(value.setScale(0, RoundingMode.CEILING));
    return switch (comparator) {
      case EQUAL, HAS -> new WholeRange(ceiling, floor);
      case LESS -> new WholeRange(Long.MIN_VALUE, ceiling - 1);
      case AT_MOST -> new WholeRange(Long.MIN_VALUE, floor);
      case MORE -> new WholeRange(floor + 1, Long.MAX_VALUE);
      case AT_LEAST -> new WholeRange(ceiling, Long.MAX_VALUE);
      case NOT_EQUAL -> throw new IllegalArgumentException("!= (expected: the opposite of =)");
    };
  }

  /** Well within the numbers there are, and beyond all that products have. */
  private static long bounded(BigDecimal number) {
    BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE / 2);
    return number.min(most).max(most.negate()).longValueExact();
  }

  Query query(String field) {
    return from > to ? MatchNoDocsQuery.INSTANCE : LongField.newRangeQuery(field, from, to);
  }
}
