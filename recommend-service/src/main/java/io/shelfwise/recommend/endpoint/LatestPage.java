package io.shelfwise.recommend.endpoint;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import java.util.List;
import java.util.function.Function;

/**
 * A page of things that have ids and come the newest first. It begins behind the last id of the
 * page before, because newer ones may have come since.
 *
 * @param items what is on it
 * @param next the token of the next page; empty on the last
 */
record LatestPage<T>(List<T> items, String next) {
  private static final int USUAL_SIZE = 50;
  private static final int LARGEST_SIZE = 1000;

  /**
   * A page of all there are.
   *
   * @param question what the tokens are good for
   * @throws ApiException INVALID_ARGUMENT if the last of the page before is not there any more
   */
  static <T> LatestPage<T> of(
      List<T> all, Function<T, String> id, int pageSize, String token, String question) {
    int size = PageToken.size(pageSize, USUAL_SIZE, LARGEST_SIZE);
    String last = PageToken.decode(token, question);
    int from = last.isEmpty() ? 0 : all.stream().map(id).toList().indexOf(last) + 1;
    if (from == 0 && !last.isEmpty()) {
      throw ApiException.invalid("page_token", "be of a page whose last is remembered still");
    }
    int to = Math.min(all.size(), from + size);
    String next = to < all.size() ? id.apply(all.get(to - 1)) : "";
    return new LatestPage<>(all.subList(from, to), PageToken.encode(next, question));
  }
}
