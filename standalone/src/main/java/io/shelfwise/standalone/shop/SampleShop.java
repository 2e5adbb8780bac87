package io.shelfwise.standalone.shop;

import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.product.v1.Product;
import io.shelfwise.standalone.shop.goods.Assortment;
import io.shelfwise.standalone.shop.goods.Launches;
import io.shelfwise.standalone.shop.goods.Lexicon;
import io.shelfwise.standalone.shop.goods.ProductPage;
import io.shelfwise.standalone.shop.people.Calendar;
import io.shelfwise.standalone.shop.people.Persons;
import io.shelfwise.standalone.shop.people.PurchaseRhythm;
import io.shelfwise.standalone.shop.people.Shoppers;
import io.shelfwise.standalone.shop.people.SpendLevel;
import io.shelfwise.standalone.shop.people.Tastes;
import io.shelfwise.standalone.shop.visits.Storyteller;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A shop that is made up.
 *
 * <p>Products are held; customers and events are made when they are asked for, and are the same
 * each time. The streams may be made parallel: every customer is drawn from a stream of random
 * numbers of its own.
 */
public final class SampleShop {
  private final Assortment assortment;
  private final Shoppers shoppers;
  private final ProductPage page;
  private final Persons persons;
  private final Storyteller storyteller;
  private final ShopTruth truth;

  private SampleShop(ShopSettings settings) {
    long seed = settings.seed();
    PurchaseRhythm rhythm = PurchaseRhythm.USUAL;
    SpendLevel spend = SpendLevel.USUAL;
    Lexicon lexicon = Lexicon.read();
    Tastes tastes = Tastes.read(lexicon);
    Calendar calendar = new Calendar(settings.start(), settings.end());
    assortment = Assortment.make(lexicon, settings.products(), seed);
    shoppers = new Shoppers(settings.customers(), seed, rhythm, spend, tastes, calendar);
    page = new ProductPage(lexicon, seed);
    persons = new Persons(seed);
    Launches launches = Launches.draw(settings.products(), settings.start(), settings.end(), seed);
    storyteller = new Storyteller(seed, assortment, launches, spend, calendar);
    truth = new ShopTruth(rhythm, spend, tastes.all(), shoppers, assortment, launches);
  }

  /** Makes a shop: its products at once, and the rest when it is asked for. */
  public static SampleShop make(ShopSettings settings) {
    return new SampleShop(settings);
  }

  /** The products, with their names in a store. */
  public Stream<Product> products(String store) {
    return assortment.items().stream().map(item -> page.write(store, item));
  }

  /** The customers, with their names in a store. */
  public Stream<Customer> customers(String store) {
    return numbers().mapToObj(shoppers::draw).map(shopper -> persons.write(store, shopper));
  }

  /**
   * What customers did, with the bare ids of customers and products: one customer after the other,
   * and each customer's events in order of time.
   */
  public Stream<Event> events() {
    return numbers().mapToObj(this::eventsOf).flatMap(List::stream);
  }

  /**
   * What one customer did, in order of time.
   *
   * @param customer the customer's number, from 0
   */
  public List<Event> eventsOf(int customer) {
    return storyteller.tell(shoppers.draw(customer));
  }

  /** What was planted. */
  public ShopTruth truth() {
    return truth;
  }

  private IntStream numbers() {
    return IntStream.range(0, shoppers.count());
  }
}
