package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitRuleTest {
  private static final List<Interaction> SHOP =
      List.of(
          new Interaction("ann", "plate", Kind.PURCHASE, 12, 1),
          new Interaction("ann", "cup", Kind.PURCHASE, 3, 1),
          new Interaction("ann", "saw", Kind.VIEW, 11, 1),
          new Interaction("ann", "cup", Kind.PURCHASE, 10, 1),
          new Interaction("bob", "cup", Kind.VIEW, 1, 1),
          new Interaction("bob", "cup", Kind.PURCHASE, 20, 1),
          new Interaction("eve", "cup", Kind.PURCHASE, 2, 1));

  @Test
  void aCutInTimeKnowsNothingOfWhatComesLater() {
    Split split = new SplitRule.AtTime(10, 10, true).split(SHOP);

    assertThat(split.known()).extracting(Interaction::minute).containsExactly(1, 2, 3);
    assertThat(split.relevant()).containsOnlyKeys("ann");
    assertThat(split.relevant().get("ann")).containsExactly("cup", "plate");
  }

  @Test
  void whatMayNotBeProposedAgainIsNotToBeForetold() {
    Split split = new SplitRule.AtTime(10, 11, false).split(SHOP);

    // Ann has the cup; Bob has only looked at it.
    assertThat(split.relevant().get("ann")).containsExactly("plate");
    assertThat(split.relevant().get("bob")).containsExactly("cup");
    assertThat(new SplitRule.AtTime(10, 1, false).split(SHOP).relevant()).isEmpty();
  }

  @Test
  void validationOfACutInTheFutureIsCutFromTheEndOfWhatIsKnown() {
    List<Interaction> known = minutes(0, 90);

    Split validation = new SplitRule.AtTime(1000, 30, true).within(known).split(known);

    assertThat(validation.relevant().get("ann")).hasSize(29);
  }

  @Test
  void validationHoldsOutHalfOfWhatIsKnownAtMost() {
    assertThat(new SplitRule.AtRandom(0.7, 7).within(List.of()))
        .isEqualTo(new SplitRule.AtRandom(0.5, 8));
  }

  @Test
  void aShareOfTheTimeIsCountedFromItsEnd() {
    // From minute 1 to 20 there are 20 of them.
    assertThat(SplitRule.AtTime.leaving(0.25, true, SHOP))
        .isEqualTo(new SplitRule.AtTime(16, 5, true));
  }

  @Test
  void validationIsCutFromWhatIsKnownOnly() {
    SplitRule.AtTime rule = new SplitRule.AtTime(90, 30, true);
    List<Interaction> known = minutes(0, 90);

    Split validation = rule.within(known).split(known);

    assertThat(validation.known()).hasSize(61);
    assertThat(validation.relevant().get("ann")).hasSize(29);
  }

  @Test
  void aRandomShareOfEachCustomerIsHeldOutWithAllThatWasDoneWithIt() {
    List<Interaction> all = new ArrayList<>(minutes(0, 10));
    all.add(new Interaction("ann", "p3", Kind.VIEW, 50, 1));
    all.add(new Interaction("few", "p3", Kind.PURCHASE, 50, 1));

    Split split = new SplitRule.AtRandom(0.2, 7).split(all);

    assertThat(split.relevant()).containsOnlyKeys("ann");
    Set<String> held = split.relevant().getOrDefault("ann", Collections.emptySortedSet());
    assertThat(held).hasSize(2);
    assertThat(split.known())
        .noneMatch(done -> done.customer().equals("ann") && held.contains(done.product()));
    assertThat(split.known()).anyMatch(done -> done.customer().equals("few"));
    assertThat(new SplitRule.AtRandom(0.2, 7).split(all)).isEqualTo(split);
  }

  @Test
  void validationOfARandomFifthIsATenthOfWhatThereWas() {
    // A fifth of 1000 is held out; an eighth of the 800 that are left is 100.
    assertThat(new SplitRule.AtRandom(0.2, 7).within(List.of()))
        .isEqualTo(new SplitRule.AtRandom(0.125, 8));
  }

  @Test
  void furtherFoldsAreOtherParts() {
    List<Interaction> known = minutes(0, 90);

    // A third of the time is 29 minutes; each begins half of that earlier, and leaves 29 before it.
    assertThat(new SplitRule.AtTime(90, 30, true).folds(known, 5))
        .containsExactly(
            new SplitRule.AtTime(61, 29, true),
            new SplitRule.AtTime(47, 29, true),
            new SplitRule.AtTime(33, 29, true));
    assertThat(new SplitRule.AtTime(90, 30, true).folds(known, 2)).hasSize(2);
    assertThat(new SplitRule.AtRandom(0.2, 7).folds(known, 2))
        .containsExactly(new SplitRule.AtRandom(0.125, 8), new SplitRule.AtRandom(0.125, 9));
    assertThat(new SplitRule.LeaveLastOut().folds(known, 3)).hasSize(1);
  }

  @Test
  void theLastProductIsLeftOutWhereverElseItWasBought() {
    List<Interaction> all = new ArrayList<>(minutes(0, 6));
    all.add(new Interaction("ann", "p2", Kind.PURCHASE, 60, 1));

    Split split = new SplitRule.LeaveLastOut().split(all);

    assertThat(split.relevant().get("ann")).containsExactly("p2");
    assertThat(split.known()).extracting(Interaction::product).doesNotContain("p2").hasSize(5);
  }

  private static List<Interaction> minutes(int from, int to) {
    List<Interaction> all = new ArrayList<>();
    for (int minute = from; minute < to; minute++) {
      all.add(new Interaction("ann", "p" + minute, Kind.PURCHASE, minute, 1));
    }
    return all;
  }
}
