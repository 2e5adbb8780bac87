package io.shelfwise.recommend.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Taste;
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
import org.junit.jupiter.api.Timeout;

class NewcomersTest {
  private static final int DAY = 24 * 60;
  private static final Newcomers.Settings SETTINGS = new Newcomers.Settings(10, 40, 1);

  private static Newcomers shop() {
    Newcomers shop = new Newcomers(SETTINGS);
    shop.add(view(0), 3);
    shop.add(view(50 * DAY), 1);
    shop.add(view(60 * DAY), 2);
    shop.add(view(60 * DAY), 3);
    return shop;
  }

  private static Interaction view(int minute) {
    return new Interaction("ann", "any", Kind.VIEW, minute, 1);
  }

  private static List<Proposal> ask(Newcomers shop) {
    return ask(shop, Newcomers.Arrivals.NONE);
  }

  private static List<Proposal> ask(Newcomers shop, Newcomers.Arrivals arrivals) {
    Query query = Query.of(Taste.NONE, "", true, product -> true);
    return shop.ranking(arrivals).propose(query, 10, new Scratch());
  }

  @Test
  void theNewestComesFirstAndWhatIsLongThereIsNotNew() {
    List<Proposal> proposals = ask(shop());

    assertThat(proposals).extracting(Proposal::product).containsExactly(2, 1);
    assertThat(proposals.get(0).score()).isEqualTo(1);
    assertThat(proposals.get(1).score()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void whatWasDoneEarlierAndToldLaterMakesAProductOlder() {
    Newcomers shop = shop();
    shop.add(view(20 * DAY), 2);
    shop.add(view(61 * DAY), 1);

    assertThat(ask(shop)).extracting(Proposal::product).containsExactly(1);
  }

  /** Product 5 has come to no one yet; product 1 was put in before anyone came by. */
  @Test
  void aProductIsThereFromTheDayThatItIsPutIn() {
    assertThat(ask(shop(), putIn(Newcomers.NEVER, 45 * DAY, Newcomers.NEVER, 0, 0, 59 * DAY)))
        .extracting(Proposal::product)
        .containsExactly(2, 5, 1);
  }

  @Test
  void whatWasPutInSinceTheNewestEventIsAsNewAsCanBe() {
    assertThat(ask(shop(), putIn(61 * DAY)))
        .filteredOn(proposal -> proposal.product() == 0)
        .singleElement()
        .satisfies(proposal -> assertThat(proposal.score()).isEqualTo(1));
  }

  @Test
  void timesOfAnotherClockSayNothing() {
    assertThat(ask(shop(), putIn(5_000 * DAY, 5_000 * DAY, 5_000 * DAY))).isEqualTo(ask(shop()));
  }

  @Test
  void withoutEventsTheNewestProductTellsWhatTimeItIs() {
    assertThat(ask(new Newcomers(SETTINGS), putIn(5_000 * DAY, 5_010 * DAY)))
        .extracting(Proposal::product)
        .containsExactly(1, 0);
  }

  private static Newcomers.Arrivals putIn(int... minutes) {
    return new Newcomers.Arrivals() {
      @Override
      public long version() {
        return 1;
      }

      @Override
      public int[] minutes() {
        return minutes;
      }
    };
  }

  @Test
  @Timeout(60)
  void aProductIsNewAlsoIfTimeStandsStill() {
    Newcomers shop = shop();
    assertThat(ask(shop)).extracting(Proposal::product).containsExactly(2, 1);

    shop.add(view(60 * DAY), 7);

    // A ranking is good for a tenth of a second.
    while (ask(shop).size() == 2) {
      Thread.onSpinWait();
    }
    assertThat(ask(shop)).extracting(Proposal::product).containsExactly(2, 7, 1);
  }

  @Test
  void whoMayNotBeShownTheNewestIsShownTheNext() {
    Query query = Query.of(Taste.NONE, "", true, product -> product != 2);

    assertThat(shop().ranking(Newcomers.Arrivals.NONE).propose(query, 10, new Scratch()))
        .extracting(Proposal::product)
        .containsExactly(1);
  }

  @Test
  void anEmptyShopHasNothingNew() {
    assertThat(ask(new Newcomers(SETTINGS))).isEmpty();
  }

  @Test
  void newcomersAreReadAsTheyWereWritten() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    shop().write(new DataOutputStream(written));

    Newcomers read =
        Newcomers.read(
            new DataInputStream(new ByteArrayInputStream(written.toByteArray())), SETTINGS);

    assertThat(ask(read)).isEqualTo(ask(shop()));
  }
}
