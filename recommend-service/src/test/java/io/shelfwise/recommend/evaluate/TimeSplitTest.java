package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeSplitTest {
  private static final TimeSplit SPLIT =
      TimeSplit.at(
          10,
          List.of(
              new Interaction("ann", "plate", Kind.PURCHASE, 12, 1),
              new Interaction("ann", "cup", Kind.PURCHASE, 3, 1),
              new Interaction("ann", "saw", Kind.VIEW, 11, 1),
              new Interaction("ann", "cup", Kind.PURCHASE, 10, 1),
              new Interaction("bob", "cup", Kind.VIEW, 1, 1),
              new Interaction("bob", "cup", Kind.PURCHASE, 20, 1),
              new Interaction("eve", "cup", Kind.PURCHASE, 2, 1)));

  @Test
  void onlyWhatHappenedBeforeTheCutIsKnown() {
    assertThat(SPLIT.known()).extracting(Interaction::minute).containsExactly(1, 2, 3);
  }

  @Test
  void judgedAreCustomersWhoBoughtBeforeAndAfter() {
    assertThat(SPLIT.bought()).isEqualTo(Map.of("ann", Set.of("cup", "plate")));
  }

  @Test
  void productsThatNoOneKnewAreRelevantToo() {
    Dictionary products = new Dictionary();
    int cup = products.number("cup");

    assertThat(SPLIT.judge(products, customer -> List.of(cup)).recall20()).isEqualTo(1.0 / 2);
  }
}
