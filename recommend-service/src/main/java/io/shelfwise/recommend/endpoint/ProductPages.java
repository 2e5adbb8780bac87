package io.shelfwise.recommend.endpoint;

import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.SearchProductsRequest;
import io.shelfwise.product.v1.SearchProductsResponse;
import io.shelfwise.product.v1.SearchResult;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogPage;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.CatalogQuery;
import io.shelfwise.recommend.catalog.Price;
import io.shelfwise.recommend.catalog.SearchPage;
import io.shelfwise.recommend.catalog.SearchPage.Found;
import io.shelfwise.recommend.content.CategoryPredictor;
import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;

/** Answers the pages of a catalogue, and of what was found in it. */
final class ProductPages {
  private static final int USUAL_SIZE = 50;
  private static final int LARGEST_SIZE = 1_000;
  private static final int LONGEST_QUERY = 500;
  private static final double HIGHEST_PRICE = 1e12;

  /** No one turns so many pages; and to find the last of them, all before are to be found again. */
  private static final int MOST_FOUND = 10_000;

  private final Catalog catalog;
  private final CategoryPredictor predictor;

  ProductPages(Catalog catalog, CategoryPredictor predictor) {
    this.catalog = catalog;
    this.predictor = predictor;
  }

  ListProductsResponse list(ListProductsRequest request) {
    String store = ProductName.storeOf(request.getParent());
    int size = PageToken.size(request.getPageSize(), USUAL_SIZE, LARGEST_SIZE);
    String query = checked(request.getQuery());
    String language = language(request.getLanguageCode());
    Filter filter = FilterField.read(request.getFilter());
    String question = String.join("\n", "list", store, language, query, request.getFilter());
    String position = PageToken.decode(request.getPageToken(), question);
    if (query.isBlank()) {
      return byId(store, filter, position, size, question);
    }
    SearchRange range = SearchRange.of(position, size);
    SearchPage page =
        catalog.search(
            store,
            CatalogQuery.text(query).in(language).only(filter),
            range.offset(),
            range.size());
    ListProductsResponse.Builder response =
        ListProductsResponse.newBuilder()
            .setTotalSize(page.total())
            .setNextPageToken(PageToken.encode(range.next(page), question));
    ToldProducts told = ToldProducts.of(predictor, store);
    for (Found found : page.found()) {
      response.addProducts(told.product(found.product()));
    }
    return response.build();
  }

  private ListProductsResponse byId(
      String store, Filter filter, String after, int size, String question) {
    CatalogPage page = catalog.list(store, filter, after, size);
    String next = page.more() ? page.products().getLast().id() : "";
    ListProductsResponse.Builder response =
        ListProductsResponse.newBuilder()
            .setTotalSize(page.total())
            .setNextPageToken(PageToken.encode(next, question));
    ToldProducts told = ToldProducts.of(predictor, store);
    for (CatalogProduct product : page.products()) {
      response.addProducts(told.product(product));
    }
    return response.build();
  }

  SearchProductsResponse search(SearchProductsRequest request) {
    String store = ProductName.storeOf(request.getParent());
    int size = PageToken.size(request.getPageSize(), USUAL_SIZE, LARGEST_SIZE);
    CatalogQuery query = query(request);
    String question = "search\n" + store + "\n" + query;
    SearchRange range = SearchRange.of(PageToken.decode(request.getPageToken(), question), size);
    SearchPage page = catalog.search(store, query, range.offset(), range.size());
    SearchProductsResponse.Builder response =
        SearchProductsResponse.newBuilder()
            .setTotalSize(page.total())
            .setNextPageToken(PageToken.encode(range.next(page), question));
    ToldProducts told = ToldProducts.of(predictor, store);
    for (Found found : page.found()) {
      response.addResults(
          SearchResult.newBuilder()
              .setProduct(told.product(found.product()))
              .setScore(found.score()));
    }
    return response.build();
  }

  private static CatalogQuery query(SearchProductsRequest request) {
    double min = request.getMinPrice();
    double max = request.getMaxPrice();
    require(min >= 0 && min <= HIGHEST_PRICE, "min_price", "be from 0 to 1,000,000,000,000");
    require(max >= 0 && max <= HIGHEST_PRICE, "max_price", "be from 0 to 1,000,000,000,000");
    require(max == 0 || max >= min, "max_price", "be at least min_price, or 0");
    return new CatalogQuery(
        checked(request.getQuery()),
        request.getBrand(),
        request.getCategory(),
        Math.round(min * Price.MICROS_PER_UNIT),
        Math.round(max * Price.MICROS_PER_UNIT),
        request.getInStock(),
        language(request.getLanguageCode()),
        FilterField.read(request.getFilter()));
  }

  private static String language(String tag) {
    ProductRules.requireLanguage(tag, "language_code");
    return tag;
  }

  private static String checked(String query) {
    require(
        query.codePointCount(0, query.length()) <= LONGEST_QUERY,
        "query",
        "be at most 500 characters");
    return query;
  }

  private static void require(boolean kept, String field, String rule) {
    if (!kept) {
      throw ApiException.invalid(field, rule);
    }
  }

  /**
   * Which of the products found make a page.
   *
   * @param offset how many come before
   * @param size how many at most
   */
  private record SearchRange(int offset, int size) {
    static SearchRange of(String position, int size) {
      int offset = position.isEmpty() ? 0 : Integer.parseInt(position);
      return new SearchRange(offset, Math.min(size, MOST_FOUND - offset));
    }

    /** Where the page after this one begins; empty if there is none. */
    String next(SearchPage page) {
      int end = offset + page.found().size();
      boolean more = !page.found().isEmpty() && end < page.total() && end < MOST_FOUND;
      return more ? Integer.toString(end) : "";
    }
  }
}
