package io.shelfwise.standalone.shop;

import static java.util.stream.Collectors.toMap;

import io.shelfwise.standalone.shop.goods.Assortment;
import io.shelfwise.standalone.shop.goods.Item;
import io.shelfwise.standalone.shop.goods.Launches;
import io.shelfwise.standalone.shop.people.PurchaseRhythm;
import io.shelfwise.standalone.shop.people.Shopper;
import io.shelfwise.standalone.shop.people.Shoppers;
import io.shelfwise.standalone.shop.people.SpendLevel;
import io.shelfwise.standalone.shop.people.Taste;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was planted in a sample shop, for those who want to know how well it can be found again. */
public final class ShopTruth {
  private final PurchaseRhythm rhythm;
  private final SpendLevel spend;
  private final List<Taste> tastes;
  private final Shoppers shoppers;
  private final Assortment assortment;
  private final Launches launches;
  private final Map<String, Item> items;

  ShopTruth(
      PurchaseRhythm rhythm,
      SpendLevel spend,
      List<Taste> tastes,
      Shoppers shoppers,
      Assortment assortment,
      Launches launches) {
    this.rhythm = rhythm;
    this.spend = spend;
    this.tastes = tastes;
    this.shoppers = shoppers;
    this.assortment = assortment;
    this.launches = launches;
    this.items = assortment.items().stream().collect(toMap(Item::id, item -> item));
  }

  /** The BG/NBD model that orders follow. */
  public PurchaseRhythm rhythm() {
    return rhythm;
  }

  /** The Gamma-Gamma model that the values of orders follow. */
  public SpendLevel spend() {
    return spend;
  }

  /** The tastes that customers are mixed from. */
  public List<Taste> tastes() {
    return tastes;
  }

  /**
   * A customer as drawn.
   *
   * @param number the customer's number, from 0
   */
  public Shopper customer(int number) {
    return shoppers.draw(number);
  }

  /** A customer as drawn, by id. */
  public Shopper customer(String id) {
    return shoppers.find(id);
  }

  /** A product as drawn, by id. */
  public Item product(String id) {
    Item item = items.get(id);
    if (item == null) {
      throw new IllegalArgumentException("product: " + id + " (expected: one of the shop's)");
    }
    return item;
  }

  /** When a product came into the shop, by id: when it opened, or lately. */
  public Instant launch(String product) {
    return launches.of(product(product));
  }

  /** The ids of the products that are bought along with a product. */
  public List<String> complements(String product) {
    return assortment.complements().of(product(product)).stream().map(Item::id).toList();
  }
}
