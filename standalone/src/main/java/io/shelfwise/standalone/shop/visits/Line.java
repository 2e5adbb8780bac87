package io.shelfwise.standalone.shop.visits;

import io.shelfwise.event.v1.LineItem;
import io.shelfwise.standalone.shop.goods.Item;
import io.shelfwise.standalone.shop.words.Prices;

/** So many pieces of a product, at so many cents each. */
record Line(Item item, int quantity, int cents) {

  int value() {
    return quantity * cents;
  }

  LineItem toLineItem() {
    return LineItem.newBuilder()
        .setProduct(item.id())
        .setQuantity(quantity)
        .setUnitPrice(Prices.euros(cents))
        .build();
  }
}
