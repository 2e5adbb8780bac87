package io.shelfwise.standalone.shop.visits;

import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.CartRemoval;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Search;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a customer does at a stretch, a minute or so between one thing and the next. */
final class Visit {
  private static final int QUICKEST_SECONDS = 4;
  private static final double MEAN_FURTHER_SECONDS = 45;

  private final Chance chance;
  private final List<Event.Builder> events = new ArrayList<>();

  Visit(Chance chance) {
    this.chance = chance;
  }

  void search(Item item) {
    events.add(
        Event.newBuilder().setSearch(Search.newBuilder().setQuery(SearchWords.of(item, chance))));
  }

  void look(Item item) {
    events.add(Event.newBuilder().setProductView(ProductView.newBuilder().setProduct(item.id())));
  }

  void lay(Item item, int quantity) {
    events.add(
        Event.newBuilder()
            .setCartAddition(
                CartAddition.newBuilder().setProduct(item.id()).setQuantity(quantity)));
  }

  void takeOut(Item item, int quantity) {
    events.add(
        Event.newBuilder()
            .setCartRemoval(CartRemoval.newBuilder().setProduct(item.id()).setQuantity(quantity)));
  }

  void buy(String order, List<Line> lines) {
    Purchase.Builder purchase = Purchase.newBuilder().setOrder(order);
    lines.forEach(line -> purchase.addLines(line.toLineItem()));
    events.add(Event.newBuilder().setPurchase(purchase));
  }

  /** Notes the visit such that its last event is at {@code end}. */
  void note(Diary diary, Instant end) {
    Instant time = end;
    for (Event.Builder event : events.reversed()) {
      diary.note(time, event);
      time =
          time.minusSeconds(QUICKEST_SECONDS + (long) chance.exponential(1 / MEAN_FURTHER_SECONDS));
    }
  }
}
