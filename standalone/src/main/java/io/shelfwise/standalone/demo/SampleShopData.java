package io.shelfwise.standalone.demo;

import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.product.v1.Product;
import io.shelfwise.standalone.load.ShopData;
import io.shelfwise.standalone.shop.SampleShop;
import io.shelfwise.standalone.shop.ShopSettings;
import java.util.stream.Stream;

/** The sample shop, as it is imported. */
final class SampleShopData implements ShopData {
  /** Near enough for a progress bar; how many there are is known when they are made. */
  private static final long EVENTS_OF_A_CUSTOMER = 60;

  private final ShopSettings settings;
  private final SampleShop shop;
  private final String store;

  SampleShopData(ShopSettings settings, String store) {
    this.settings = settings;
    this.shop = SampleShop.make(settings);
    this.store = store;
  }

  @Override
  public Stream<Product> products() {
    return shop.products(store);
  }

  @Override
  public Stream<Customer> customers() {
    return shop.customers(store);
  }

  @Override
  public Stream<Event> events() {
    return shop.events();
  }

  @Override
  public long productCount() {
    return settings.products();
  }

  @Override
  public long customerCount() {
    return settings.customers();
  }

  @Override
  public long eventCount() {
    return EVENTS_OF_A_CUSTOMER * settings.customers();
  }
}
