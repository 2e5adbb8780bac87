package io.shelfwise.recommend.endpoint;

import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.filter.FilterException;
import io.shelfwise.recommend.filter.FilterParser;
import io.shelfwise.rpc.ApiException;

/** The field {@code filter} of a request. */
final class FilterField {
  private FilterField() {}

  static Filter read(String text) {
    try {
      return FilterParser.parse(text);
    } catch (FilterException e) {
      throw ApiException.invalid("filter", e.rule());
    }
  }
}
