package io.shelfwise.standalone.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.event.v1.Event;
import io.shelfwise.product.v1.Product;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SampleShopTest {
  private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void equalSettingsMakeEqualShops() {
    SampleShop one = shop(1, 300);
    SampleShop other = shop(1, 300);
    assertThat(one.products("demo")).containsExactlyElementsOf(other.products("demo").toList());
    assertThat(one.customers("demo")).containsExactlyElementsOf(other.customers("demo").toList());
    assertThat(one.events()).containsExactlyElementsOf(other.events().toList());
  }

  @Test
  void anotherSeedMakesAnotherShop() {
    assertThat(shop(1, 10).events().toList()).isNotEqualTo(shop(2, 10).events().toList());
  }

  @Test
  void severalThreadsMakeTheSameEvents() {
    SampleShop shop = shop(1, 300);
    assertThat(shop.events().parallel().toList()).isEqualTo(shop.events().toList());
  }

  @Test
  void moreCustomersLeaveThoseBeforeAsTheyWere() {
    assertThat(shop(1, 50_000).eventsOf(42)).isEqualTo(shop(1, 100).eventsOf(42));
  }

  @Test
  void namesAreThoseOfTheStore() {
    SampleShop shop = shop(1, 10);
    assertThat(shop.products("attic").map(Product::getName))
        .allMatch(n -> n.matches("stores/attic/products/[A-Z]{3}-\\d{5}"));
    assertThat(shop.customers("attic"))
        .allMatch(c -> c.getName().matches("stores/attic/customers/C-\\d{5}"));
  }

  @Test
  void customersCanBeWrittenToWithoutHarm() {
    assertThat(shop(1, 500).customers("demo"))
        .allSatisfy(
            customer -> {
              assertThat(customer.getPerson().getEmail())
                  .matches("[a-z]+\\.[a-z]+\\d\\d@example\\.(com|org|net)");
              assertThat(customer.getPerson().getDisplayName()).contains(" ");
              assertThat(customer.getPerson().getCity()).isNotEmpty();
              assertThat(customer.getPerson().getCountry()).isNotEmpty();
            });
  }

  @Test
  void someCustomersAreInTheShopAtItsEnd() {
    long last =
        shop(1, 1_000)
            .events()
            .mapToLong(event -> event.getEventTime().getSeconds())
            .max()
            .orElseThrow();
    assertThat(Instant.ofEpochSecond(last)).isBetween(END.minusSeconds(300), END);
  }

  @Test
  void eventsAreNotHeld() throws InterruptedException {
    SampleShop shop = shop(1, 100_000);
    WeakReference<Event> first = new WeakReference<>(shop.events().findFirst().orElseThrow());
    assertThat(shop.events().limit(20_000).count()).isEqualTo(20_000);
    for (int i = 0; i < 50 && first.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(first.get()).isNull();
  }

  @Test
  void eventsAreMadeOnlyAsFarAsTheyAreAskedFor() {
    SampleShop shop = shop(1, 100_000_000);
    assertThat(shop.events().limit(1_000)).hasSize(1_000);
    assertThat(shop.truth().customer(99_999_999).id()).startsWith("C-");
  }

  @Test
  void aShopWithoutProductsIsRefused() {
    assertThatThrownBy(() -> new ShopSettings(1, 0, 10, END, Duration.ofDays(10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("products: 0 (expected: 1 to 200000)");
  }

  private static SampleShop shop(long seed, int customers) {
    return SampleShop.make(new ShopSettings(seed, 500, customers, END, Duration.ofDays(365)));
  }
}
