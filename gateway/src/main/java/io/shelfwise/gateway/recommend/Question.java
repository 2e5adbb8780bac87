package io.shelfwise.gateway.recommend;

import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.gateway.rules.Placements;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.PageToken;
import io.shelfwise.rpc.ResourceName;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request for recommendations, read and found right.
 *
 * @param store {@code stores/{store}}
 * @param customer {@code stores/{store}/customers/{customer}}, if it is asked for one
 * @param products the names of the products to start from: the page's, then those of the request
 * @param excluded the names of the products not to show
 * @param filter which products may be shown at all, for recommend-service to read; empty: all
 * @param placement where, with the weights that count for this request
 * @param pageSize how many to answer
 * @param skipped how many were answered on the pages before
 * @param identity all of the above but the page, as a text: what a page token belongs to
 */
record Question(
    String store,
    Optional<String> customer,
    List<String> products,
    List<String> excluded,
    String filter,
    Placement placement,
    int pageSize,
    int skipped,
    String identity) {
  /** How many are answered on all pages together. */
  static final int MOST_ANSWERED = 100;

  private static final int USUAL_PAGE = 10;
  private static final int MOST_PRODUCTS = 100;
  private static final int MOST_EXCLUDED = 1000;
  private static final int MOST_WEIGHTS = 50;

  private static final ResourceName STORE = ResourceName.of("stores/{store}");
  private static final ResourceName CUSTOMER =
      ResourceName.of("stores/{store}/customers/{customer}");
  private static final ResourceName PRODUCT = ResourceName.of("stores/{store}/products/{product}");

  /**
   * Reads a request.
   *
   * @throws ApiException INVALID_ARGUMENT, naming the field and the rule
   */
  static Question of(RecommendRequest request, Placements placements) {
    String parent = request.getParent();
    boolean aboutCustomer = CUSTOMER.matches(parent);
    boolean aboutProduct = PRODUCT.matches(parent);
    if (!aboutCustomer && !aboutProduct && !STORE.matches(parent)) {
      throw ApiException.invalid(
          "parent",
          "be " + CUSTOMER + ", " + PRODUCT + " or " + STORE + ", ids of A-Z a-z 0-9 . _ : -");
    }
    String store = "stores/" + parent.split("/", 3)[1];
    Optional<String> customer =
        aboutCustomer ? customerOfParent(request) : customerOf(request.getCustomer(), store);
    List<String> asked =
        products(
            "products", request.getProductsList(), store, MOST_PRODUCTS - (aboutProduct ? 1 : 0));
    List<String> products =
        aboutProduct ? Stream.concat(Stream.of(parent), asked.stream()).distinct().toList() : asked;
    List<String> excluded =
        products("excluded_products", request.getExcludedProductsList(), store, MOST_EXCLUDED);
    String usual = aboutCustomer ? "for-you" : aboutProduct ? "similar" : "bestsellers";
    Placement placement =
        weighed(
            request,
            placement(
                request.getPlacement().isEmpty() ? usual : request.getPlacement(), placements));
    if (placement.needsProducts() && products.isEmpty()) {
      throw ApiException.invalid(
          "products", "name at least one product for the placement " + placement.name());
    }
    String identity =
        String.join(
                "|", parent, customer.orElse(""), placement.name(), placement.weights().toString())
            + placement.exploration()
            + products
            + excluded
            + request.getFilter();
    return new Question(
        store,
        customer,
        products,
        excluded,
        request.getFilter(),
        placement,
        PageToken.size(request.getPageSize(), USUAL_PAGE, MOST_ANSWERED),
        skipped(request.getPageToken(), identity),
        identity);
  }

  private static Optional<String> customerOfParent(RecommendRequest request) {
    String customer = request.getCustomer();
    String parent = request.getParent();
    if (!customer.isEmpty() && !parent.equals(customer) && !parent.endsWith("/" + customer)) {
      throw ApiException.invalid("customer", "be absent or the customer that is the parent");
    }
    return Optional.of(parent);
  }

  private static Optional<String> customerOf(String customer, String store) {
    return customer.isEmpty()
        ? Optional.empty()
        : Optional.of(name("customer", customer, CUSTOMER, store + "/customers/"));
  }

  private static List<String> products(String field, List<String> given, String store, int most) {
    if (given.size() > most) {
      throw ApiException.invalid(field, "have at most " + most + " products");
    }
    return given.stream()
        .map(product -> name(field, product, PRODUCT, store + "/products/"))
        .distinct()
        .toList();
  }

  /** The full name for a name or an id, of the same store. */
  private static String name(String field, String given, ResourceName form, String prefix) {
    if (ResourceName.isId(given)) {
      return prefix + given;
    }
    if (!form.matches(given) || !given.startsWith(prefix)) {
      throw ApiException.invalid(field, "be " + form + " of the parent's store, or the id alone");
    }
    return given;
  }

  private static Placement placement(String name, Placements placements) {
    return placements
        .find(name)
        .orElseThrow(
            () ->
                ApiException.invalid(
                    "placement", "be one of " + String.join(", ", placements.names())));
  }

  private static Placement weighed(RecommendRequest request, Placement placement) {
    if (request.getWeightsCount() == 0) {
      return placement;
    }
    if (request.getWeightsCount() > MOST_WEIGHTS) {
      throw ApiException.invalid("weights", "name at most " + MOST_WEIGHTS + " recommenders");
    }
    request
        .getWeightsMap()
        .forEach(
            (recommender, weight) -> {
              if (!Double.isFinite(weight) || weight < 0) {
                throw ApiException.invalid("weights." + recommender, "be at least 0");
              }
            });
    try {
      return placement.weighing(Weights.of(new TreeMap<>(request.getWeightsMap())));
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid("weights", "have a recommender's that is more than 0");
    }
  }

  private static int skipped(String pageToken, String identity) {
    String position = PageToken.decode(pageToken, identity);
    return position.isEmpty() ? 0 : Integer.parseInt(position);
  }

  /** Whether what is answered to it would be answered to anyone in the store. */
  boolean isForAnyone() {
    return customer.isEmpty() && products.isEmpty() && excluded.isEmpty() && filter.isEmpty();
  }
}
