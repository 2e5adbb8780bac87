package io.shelfwise.standalone.journey;

import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.product.v1.Product;
import io.shelfwise.standalone.load.ShopData;
import io.shelfwise.standalone.shop.SampleShop;
import io.shelfwise.standalone.shop.ShopSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A sample shop that is imported in seconds and still has enough customers for the value models. It
 * ends on a day that is over, so that it is the same shop whenever the tests run.
 */
final class SmallShop implements ShopData {
  private static final Instant END = Instant.parse("2025-06-05T18:00:00Z");

  private final ShopSettings settings = new ShopSettings(7, 300, 500, END, Duration.ofDays(500));
  private final SampleShop shop = SampleShop.make(settings);

  @Override
  public Stream<Product> products() {
    return shop.products("demo");
  }

  @Override
  public Stream<Customer> customers() {
    return shop.customers("demo");
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
    return shop.events().count();
  }
}
