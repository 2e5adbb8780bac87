package io.shelfwise.value.catalog;

import io.grpc.Channel;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductServiceGrpc;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.features.ProductFacts.Facts;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogues of stores, as they were when they were last read. What cannot be read stays as it
 * was, and is tried again soon. Of a catalogue of more than {@value #MOST_PRODUCTS} products, so
 * many are known.
 */
public final class StoreCatalogs {
  private static final Logger log = LoggerFactory.getLogger(StoreCatalogs.class);
  private static final int PAGE = 1_000;
  private static final int MOST_PRODUCTS = 500_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final Channel channel;
  private final Duration every;
  private final Map<String, Catalog> catalogs = new ConcurrentHashMap<>();

  /**
   * No catalogue yet.
   *
   * @param channel the way to the service that has them
   * @param every how often they are read
   */
  public StoreCatalogs(Channel channel, Duration every) {
    this.channel = channel;
    this.every = every;
  }

  private record Catalog(Map<String, Facts> products, long nextNanos) {}

  /** What is known of a store's products; nothing as long as its catalogue was not read. */
  public ProductFacts of(String store) {
    return product ->
        Optional.ofNullable(catalogs.get(store)).map(catalog -> catalog.products().get(product));
  }

  /** Whether anything is known of a store's products. */
  public boolean knows(String store) {
    Catalog catalog = catalogs.get(store);
    return catalog != null && !catalog.products().isEmpty();
  }

  /** Reads the catalogues of those of the stores for which it is time. */
  public void refresh(Collection<String> stores) {
    for (String store : stores) {
      Catalog known = catalogs.get(store);
      if (known == null || System.nanoTime() - known.nextNanos() >= 0) {
        catalogs.put(store, read(store, known == null ? Map.of() : known.products()));
      }
    }
  }

  private Catalog read(String store, Map<String, Facts> known) {
    try {
      return new Catalog(read(store), System.nanoTime() + every.toNanos());
    } catch (RuntimeException e) {
      // Whatever it is, the catalogues of other stores are read all the same.
      log.warn(
          "the catalogue of store {} cannot be read: {}; {} products of before are known",
          store,
          e.toString(),
          known.size());
      return new Catalog(known, System.nanoTime() + AGAIN.toNanos());
    }
  }

  private Map<String, Facts> read(String store) {
    Map<String, Facts> products = new HashMap<>();
    // Few categories and brands for many products: one string for each.
    Map<String, String> names = new HashMap<>();
    String parent = "stores/" + store;
    String token = "";
    do {
      ListProductsResponse page =
          ProductServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
              .listProducts(
                  ListProductsRequest.newBuilder()
                      .setParent(parent)
                      .setPageSize(PAGE)
                      .setPageToken(token)
                      .build());
      for (Product product : page.getProductsList()) {
        products.put(
            product.getName().substring(product.getName().lastIndexOf('/') + 1),
            new Facts(
                once(names, product.getCategoriesCount() == 0 ? "" : product.getCategories(0)),
                once(names, product.getBrand())));
      }
      token = page.getNextPageToken();
    } while (!token.isEmpty() && products.size() < MOST_PRODUCTS);
    return products;
  }

  private static String once(Map<String, String> names, String name) {
    return names.computeIfAbsent(name, same -> same);
  }
}
