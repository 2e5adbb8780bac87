package io.shelfwise.standalone.shop.visits;

import io.shelfwise.standalone.shop.goods.Item;
import io.shelfwise.standalone.shop.goods.Launches;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;

/** When a customer is in the shop: which season it is, and what is sold. */
record Moment(Instant time, Launches launches) {
  Month month() {
    return time.atZone(ZoneOffset.UTC).getMonth();
  }

  boolean sells(Item item) {
    return launches.isSold(item, time);
  }
}
