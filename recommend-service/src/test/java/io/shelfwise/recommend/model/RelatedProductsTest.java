package io.shelfwise.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedProductsTest {
  // 0 goes with 2 (4.0) and 3 (1.0); 1 goes with 2 (2.0).
  private static final SparseMatrix MATRIX =
      new SparseMatrix(4, new int[] {0, 2, 3, 3, 3}, new int[] {2, 3, 2}, new float[] {4, 1, 2});
  private static final ProductRows ROWS = ProductRows.of(MATRIX);

  private final Scratch scratch = new Scratch();

  @Test
  void addsUpTheRowsOfTheProductsThatSpeak() {
    List<Proposal> proposals = ask(Attention.TO_ALL, Taste.of(0, 1), false);

    assertThat(proposals)
        .containsExactly(
            new Proposal(
                2,
                4.0 + 2.0,
                List.of(new Evidence.FromProduct(0, 4.0), new Evidence.FromProduct(1, 2.0))),
            new Proposal(3, 1.0, List.of(new Evidence.FromProduct(0, 1.0))));
  }

  @Test
  void whatWasBoughtSpeaksForItselfWhereItMayBeProposedAgain() {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.VIEW, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 0, 1));
    Taste taste = store.taste("ann", new InterestWeights(1, 1, 1, 1, 1, 4, 2, 1, 1e9));

    List<Proposal> proposals = ask(new Attention(10, 30, 5), taste, true);

    assertThat(proposals).extracting(Proposal::product).containsExactly(1, 2, 3);
    assertThat(proposals.getFirst().score()).isCloseTo(5 * (1 + Math.log(2)), within(1e-9));
    assertThat(proposals.getFirst().evidence())
        .containsExactly(new Evidence.FromProduct(1, proposals.getFirst().score()));
  }

  @Test
  void whatWasBroughtBackTakesFromWhatGoesWithIt() {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.RETURN, 0, 1));
    Taste taste = store.taste("ann", InterestWeights.USUAL);

    Proposal first = ask(Attention.TO_ALL, taste, false).getFirst();

    assertThat(first.product()).isEqualTo(2);
    assertThat(first.score()).isEqualTo(4.0 - 0.5 * 2.0);
    assertThat(first.evidence())
        .containsExactly(new Evidence.FromProduct(0, 4.0), new Evidence.Rest(-0.5 * 2.0));
  }

  @Test
  void whatOnlySpeaksAgainstIsNoReasonToPropose() {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.RATING, 0, 1));

    assertThat(ask(new Attention(10, 30, 1), store.taste("ann", InterestWeights.USUAL), true))
        .isEmpty();
  }

  /** 0 goes with 2 and not with 3: who brought 0 back is not told to take 3. */
  @Test
  void whatWasBroughtBackSpeaksForNothing() {
    SparseMatrix matrix =
        new SparseMatrix(4, new int[] {0, 2, 3, 3, 3}, new int[] {2, 3, 3}, new float[] {4, -1, 2});
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.RATING, 0, 1));
    Recommender related = new RelatedProducts(ProductRows.of(matrix), Attention.TO_ALL);
    Taste against = store.taste("ann", InterestWeights.USUAL);
    assertThat(related.propose(Query.of(against, "", false, product -> true), 10, scratch))
        .isEmpty();

    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 0, 1));
    Taste both = store.taste("ann", InterestWeights.USUAL);
    assertThat(related.propose(Query.of(both, "", false, product -> true), 10, scratch))
        .containsExactly(new Proposal(3, 2.0, List.of(new Evidence.FromProduct(1, 2.0))));
  }

  /** Looked at and bought, a product has two voices, and is told once. */
  @Test
  void theVoicesOfAProductAreToldAsOne() {
    RelatedProducts twice =
        new RelatedProducts(
            (query, scratch) -> {
              scratch.voices.add(0, 1, ROWS.row(0, query.deadline()), 0);
              scratch.voices.add(1, 1, ROWS.row(1, query.deadline()), 0);
              scratch.voices.add(0, 0.5, ROWS.row(0, query.deadline()), 0);
            });

    Proposal first =
        twice
            .propose(Query.of(Taste.NONE, "", true, product -> product == 2), 10, scratch)
            .getFirst();

    assertThat(first.evidence())
        .containsExactly(
            new Evidence.FromProduct(0, 4.0 + 0.5 * 4.0), new Evidence.FromProduct(1, 2.0));
  }

  @Test
  void olderProductsSpeakLess() {
    StoreInteractions store = new StoreInteractions(new StoreInteractions.Reach(10, 100));
    store.add(new Interaction("ann", "p0", Kind.PURCHASE, 0, 1));
    store.add(new Interaction("ann", "p1", Kind.PURCHASE, 60 * 24 * 60, 1));
    Taste taste = store.taste("ann", InterestWeights.USUAL);

    List<Proposal> proposals = ask(new Attention(10, 30, 0), taste, false);

    assertThat(proposals.getFirst().score()).isCloseTo(2.0 + 4.0 / 4, within(1e-6));
    assertThat(ask(new Attention(1, 30, 0), taste, false).getFirst().score()).isEqualTo(2.0);
  }

  @Test
  void whatIsNotAllowedLeavesRoomForTheNext() {
    Query query = Query.of(Taste.of(0, 1), "", false, product -> product != 2);

    assertThat(new RelatedProducts(ROWS, Attention.TO_ALL).propose(query, 1, scratch))
        .extracting(Proposal::product)
        .containsExactly(3);
  }

  @Test
  void aScratchIsCleanForTheNextQuery() {
    List<Proposal> first = ask(Attention.TO_ALL, Taste.of(0), false);
    ask(Attention.TO_ALL, Taste.of(1), false);

    assertThat(ask(Attention.TO_ALL, Taste.of(0), false)).isEqualTo(first);
  }

  @Test
  void productsThatCameLaterHaveNothingToSayYet() {
    assertThat(ask(Attention.TO_ALL, Taste.of(77), false)).isEmpty();
  }

  @Test
  void whenTheTimeIsOverThereIsNoAnswer() {
    Query query =
        new Query(
            Taste.of(0), Trail.NONE, "", false, product -> true, 0, System.nanoTime() - 1, true);

    assertThatThrownBy(() -> new RelatedProducts(ROWS, Attention.TO_ALL).propose(query, 1, scratch))
        .isInstanceOf(OverBudgetException.class);
  }

  private List<Proposal> ask(Attention attention, Taste taste, boolean again) {
    Query query = Query.of(taste, "", again, product -> true);
    return new RelatedProducts(ROWS, attention).propose(query, 10, scratch);
  }
}
