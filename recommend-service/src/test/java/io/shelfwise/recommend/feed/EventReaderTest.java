package io.shelfwise.recommend.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.CartAddition;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.Search;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final int MINUTE = 21_666_667;

  @Test
  void linesOfTheSameProductAreOnePurchase() {
    Event event =
        event()
            .setPurchase(
                Purchase.newBuilder()
                    .addLines(line("cup", 2))
                    .addLines(line("plate", 1))
                    .addLines(line("cup", 3)))
            .build();

    assertThat(EventReader.read(event))
        .containsExactly(
            new Interaction("ann", "cup", Kind.PURCHASE, MINUTE, 2 + 3),
            new Interaction("ann", "plate", Kind.PURCHASE, MINUTE, 1));
  }

  @Test
  void returnsTellHowManyPiecesCameBack() {
    Event event = event().setReturn(Return.newBuilder().addLines(line("cup", 2))).build();

    assertThat(EventReader.read(event))
        .containsExactly(new Interaction("ann", "cup", Kind.RETURN, MINUTE, 2));
  }

  @Test
  void aCartAdditionIsOneSignHoweverManyPieces() {
    Event event =
        event()
            .setCartAddition(CartAddition.newBuilder().setProduct(name("cup")).setQuantity(9))
            .build();

    assertThat(EventReader.read(event))
        .containsExactly(new Interaction("ann", "cup", Kind.CART_ADDITION, MINUTE, 1));
  }

  @Test
  void ratingsTellTheirStars() {
    Event event =
        event().setRating(Rating.newBuilder().setProduct(name("cup")).setStars(4.5)).build();

    assertThat(EventReader.read(event))
        .containsExactly(new Interaction("ann", "cup", Kind.RATING, MINUTE, 4.5));
  }

  @Test
  void searchesTellNothingOfProducts() {
    assertThat(EventReader.read(event().setSearch(Search.newBuilder().setQuery("cup")).build()))
        .isEmpty();
  }

  private static Event.Builder event() {
    return Event.newBuilder()
        .setId("e1")
        .setCustomer("stores/shop/customers/ann")
        .setEventTime(Timestamp.newBuilder().setSeconds(60L * MINUTE + 59));
  }

  private static LineItem line(String product, int quantity) {
    return LineItem.newBuilder().setProduct(name(product)).setQuantity(quantity).build();
  }

  private static String name(String product) {
    return "stores/shop/products/" + product;
  }
}
