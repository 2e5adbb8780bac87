package io.shelfwise.recommend.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopularityTest {
  private static final int DAY = 24 * 60;
  private static final Popularity.Settings ONCE = new Popularity.Settings(10, 0.1, 0.5, true, 100);
  private static final Popularity.Settings ALWAYS =
      new Popularity.Settings(10, 0.1, 0.5, false, 100);

  private final StoreInteractions store =
      new StoreInteractions(new StoreInteractions.Reach(100, 100));

  @Test
  void aCustomerCountsOnceWithTheLatestPurchase() {
    Popularity popularity = new Popularity(ONCE);
    add(popularity, "ann", "cup", Kind.PURCHASE, 0);
    add(popularity, "bob", "cup", Kind.PURCHASE, 0);
    add(popularity, "ann", "cup", Kind.PURCHASE, 10 * DAY);

    Proposal cup = ask(popularity).getFirst();

    assertThat(cup.score()).isCloseTo(1 + 0.5, within(1e-9));
    assertThat(cup.evidence()).containsExactly(new Evidence.FromCustomers(2, cup.score()));
  }

  @Test
  void lookingCountsLittle() {
    Popularity popularity = new Popularity(ONCE);
    add(popularity, "ann", "plate", Kind.PURCHASE, 0);
    add(popularity, "ann", "cup", Kind.VIEW, 0);
    add(popularity, "bob", "cup", Kind.CART_ADDITION, 0);

    assertThat(ask(popularity)).extracting(Proposal::score).containsExactly(1.0, 0.1 + 0.5);
  }

  @Test
  void whatIsBoughtLatelyOvertakesWhatWasBoughtMore() {
    Popularity popularity = new Popularity(ALWAYS);
    for (int i = 0; i < 5; i++) {
      add(popularity, "ann", "old", Kind.PURCHASE, 0);
    }
    for (int i = 0; i < 2; i++) {
      add(popularity, "ann", "new", Kind.PURCHASE, 30 * DAY);
    }

    assertThat(ask(popularity))
        .extracting(Proposal::score)
        .satisfiesExactly(
            score -> assertThat(score).isCloseTo(2.0, within(1e-9)),
            score -> assertThat(score).isCloseTo(5.0 / 8, within(1e-9)));
  }

  @Test
  void countsLastThroughTheCenturies() {
    Popularity popularity = new Popularity(ALWAYS);
    add(popularity, "ann", "old", Kind.PURCHASE, 0);
    add(popularity, "ann", "new", Kind.PURCHASE, 300 * 365 * DAY);
    add(popularity, "ann", "new", Kind.PURCHASE, 300 * 365 * DAY + 10 * DAY);

    assertThat(ask(popularity).getFirst().score()).isCloseTo(1 + 0.5, within(1e-9));
  }

  @Test
  void whatWasCountedOfWhoIsForgottenIsTakenBack() {
    for (Popularity.Settings settings : List.of(ONCE, ALWAYS)) {
      StoreInteractions shop = new StoreInteractions(new StoreInteractions.Reach(100, 100));
      Popularity popularity = new Popularity(settings);
      Popularity withoutAnn = new Popularity(settings);
      for (String customer : List.of("ann", "bob")) {
        for (int day : List.of(1, 3)) {
          for (Kind kind : List.of(Kind.VIEW, Kind.CART_ADDITION, Kind.PURCHASE)) {
            Interaction done = new Interaction(customer, "cup", kind, day * DAY, 1);
            int last = shop.add(done);
            popularity.add(done, 0, last);
            if (customer.equals("bob")) {
              withoutAnn.add(done, 0, last);
            }
          }
        }
      }

      popularity.takeBack(shop.forget("ann").orElseThrow());

      Proposal cup = ask(popularity).getFirst();
      assertThat(cup.score()).isCloseTo(ask(withoutAnn).getFirst().score(), within(1e-9));
      assertThat(cup.evidence())
          .singleElement()
          .isInstanceOfSatisfying(
              Evidence.FromCustomers.class, told -> assertThat(told.count()).isEqualTo(1));
    }
  }

  @Test
  void aSnapshotHoldsTheCounts() throws IOException {
    Popularity popularity = new Popularity(ONCE);
    add(popularity, "ann", "cup", Kind.PURCHASE, 3 * DAY);
    add(popularity, "bob", "plate", Kind.PURCHASE, 5 * DAY);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    popularity.write(new DataOutputStream(bytes));
    Popularity read =
        Popularity.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), ONCE);

    assertThat(ask(read)).isEqualTo(ask(popularity)).hasSize(2);
  }

  private void add(Popularity popularity, String customer, String product, Kind kind, int minute) {
    Interaction done = new Interaction(customer, product, kind, minute, 1);
    int last = store.add(done);
    popularity.add(done, store.products().find(product), last);
  }

  private static List<Proposal> ask(Popularity popularity) {
    Query query = Query.of(Taste.NONE, "", false, product -> true);
    return popularity.ranking().propose(query, 10, new Scratch());
  }

  @Test
  void whoMayBeShownFewOfTheFirstIsAnsweredOutOfAll() {
    Popularity popularity = new Popularity(new Popularity.Settings(10, 0.1, 0.5, true, 2));
    for (int product = 0; product < 6; product++) {
      for (int customer = product; customer < 6; customer++) {
        add(popularity, "customer" + customer, "product" + product, Kind.PURCHASE, 0);
      }
    }
    Query query = Query.of(Taste.NONE, "", true, product -> product > 2);

    List<Proposal> proposals = popularity.ranking().propose(query, 2, new Scratch());

    assertThat(proposals).extracting(Proposal::product).containsExactly(3, 4);
    assertThat(proposals.getFirst().evidence())
        .containsExactly(new Evidence.FromCustomers(3, proposals.getFirst().score()));
  }
}
