package io.shelfwise.recommend.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import org.junit.jupiter.api.Test;

class VisitTest {
  private static final int PAUSE = 30;

  private final StoreInteractions store =
      new StoreInteractions(new StoreInteractions.Reach(100, 100));

  private void add(int minute, Kind kind, String product) {
    store.add(new Interaction("ann", product, kind, minute, 1));
  }

  @Test
  void onlyWhatWasDoneSinceTheLastLongPauseIsTheVisit() {
    add(0, Kind.VIEW, "cup");
    add(31, Kind.VIEW, "pan");
    add(61, Kind.CART_ADDITION, "pot");
    add(62, Kind.RATING, "cup");

    Visit visit = Visit.of(store.trail("ann"), Taste.NONE, PAUSE, 1);

    assertThat(visit.products())
        .containsExactly(store.products().find("pan"), store.products().find("pot"));
  }

  @Test
  void aProductStandsWhereItWasSeenLast() {
    Visit visit = Visit.of(Trail.ofViews(0, 7, 8, 7, 9), Taste.NONE, PAUSE, 2);

    assertThat(visit.products()).containsExactly(8, 7, 9);
    assertThat(visit.weights()).containsExactly(1.0 / 9, 4.0 / 9, 1);
  }

  @Test
  void whatTheCustomerTurnedAgainstSaysNothing() {
    add(0, Kind.VIEW, "cup");
    add(1, Kind.VIEW, "pan");
    add(2, Kind.RATING, "pan");
    Taste taste = store.taste("ann", InterestWeights.USUAL);

    assertThat(Visit.of(store.trail("ann"), taste, PAUSE, 1).products())
        .containsExactly(store.products().find("cup"));
    assertThat(Visit.of(Trail.NONE, taste, PAUSE, 1).products())
        .containsExactly(store.products().find("cup"));
  }

  @Test
  void withoutATrailTheTasteIsTheVisit() {
    Visit visit = Visit.of(Trail.NONE, Taste.of(3, 2, 1), PAUSE, 1);

    assertThat(visit.products()).containsExactly(1, 2, 3);
  }
}
