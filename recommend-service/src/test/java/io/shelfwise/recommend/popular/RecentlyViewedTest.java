package io.shelfwise.recommend.popular;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentlyViewedTest {
  private final StoreInteractions store =
      new StoreInteractions(new StoreInteractions.Reach(100, 100));

  private void add(int minute, Kind kind, String product) {
    store.add(new Interaction("ann", product, kind, minute, 1));
  }

  private List<Proposal> ask(String hidden, int count) {
    int not = store.products().find(hidden);
    Query query =
        Query.of(
            Taste.NONE, store.trail("ann"), "ann", true, product -> product != not, store.now());
    return new RecentlyViewed().propose(query, count, new Scratch());
  }

  @Test
  void whatWasLookedAtLastComesFirstAndEachProductOnce() {
    add(1, Kind.VIEW, "cup");
    add(2, Kind.VIEW, "pan");
    add(3, Kind.PURCHASE, "lamp");
    add(4, Kind.VIEW, "cup");
    add(5, Kind.VIEW, "pot");

    List<Proposal> proposals = ask("pot", 10);

    assertThat(proposals)
        .extracting(one -> store.products().id(one.product()))
        .containsExactly("cup", "pan");
    assertThat(proposals).extracting(Proposal::score).containsExactly(1.0, 1.0 / 2);
    assertThat(proposals.getLast().evidence())
        .containsExactly(new Evidence.FromProduct(store.products().find("pan"), 1.0 / 2));
    assertThat(ask("", 1))
        .extracting(one -> store.products().id(one.product()))
        .containsExactly("pot");
  }
}
