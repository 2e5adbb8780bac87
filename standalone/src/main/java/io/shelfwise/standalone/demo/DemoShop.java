package io.shelfwise.standalone.demo;

import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.load.ShopData;
import io.shelfwise.standalone.onlineretail.OnlineRetail;
import io.shelfwise.standalone.onlineretail.TimeShift;
import io.shelfwise.standalone.shop.ShopSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop to show.
 *
 * @param data all there is of it
 * @param notes what a reader of its numbers must know
 */
public record DemoShop(ShopData data, List<String> notes) {
  public DemoShop {
    notes = List.copyOf(notes);
  }

  /** A shop that is made up, whose last two years end now. */
  public static DemoShop sample(String store, Instant now) {
    ShopSettings settings = ShopSettings.demo(now);
    return new DemoShop(
        new SampleShopData(settings, store),
        List.of("The shop and its customers are made up, from seed " + settings.seed() + "."));
  }

  /** The same, small: it takes the ways of the large one in a fraction of its time. */
  public static DemoShop small(String store, Instant now) {
    ShopSettings settings = new ShopSettings(1, 1_000, 2_000, now, Duration.ofDays(730));
    return new DemoShop(new SampleShopData(settings, store), List.of());
  }

  /** The shop of the Online Retail file. */
  public static DemoShop onlineRetail(
      InputFile file, String store, OnlineRetail.Times times, Instant now) {
    OnlineRetail shop = OnlineRetail.read(file, store, times, now);
    List<String> notes = new ArrayList<>(shop.tally().table().lines());
    notes.add("");
    notes.add(
        shop.shift().equals(TimeShift.NONE)
            ? "Times are as they stand in the file."
            : "Times are %,d weeks later than in the file (--keep-dates leaves them)."
                .formatted(shop.shift().weeks()));
    return new DemoShop(shop, notes);
  }
}
