package io.shelfwise.recommend.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.filter.FilterParser;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.OverBudgetException;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.popular.Newcomers;
import io.shelfwise.recommend.popular.Popularity;
import io.shelfwise.recommend.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposerTest {
  private static final Popularity.Settings COUNTED = new Popularity.Settings(30, 1, 1, true, 10);

  @Test
  void aRecommenderThatFailsIsMissingAndTheOthersAnswer() {
    assertThatContentIsMissing(new IllegalStateException("a defect"));
  }

  @Test
  void aRecommenderThatIsLateIsMissingAndTheOthersAnswer() {
    assertThatContentIsMissing(new OverBudgetException());
  }

  @Test
  void theOneThatMayHaveToWaitIsAskedLast() {
    assertThat(
            Proposer.inTurn(
                List.of(
                    RecommenderName.CO_OCCURRENCE,
                    RecommenderName.CONTENT,
                    RecommenderName.USER_KNN)))
        .containsExactly(
            RecommenderName.CO_OCCURRENCE, RecommenderName.USER_KNN, RecommenderName.CONTENT);
  }

  @Test
  void aFilterThatMeansNothingIsAnsweredWithNothingByAllThatAreThere() {
    Answer answer =
        answer(
            new IllegalStateException("no one should have asked"),
            List.of(RecommenderName.CONTENT, RecommenderName.POPULAR, RecommenderName.USER_KNN),
            FilterParser.parse("category = \"nothing\""));

    assertThat(answer.proposals())
        .isEqualTo(Map.of(RecommenderName.CONTENT, List.of(), RecommenderName.POPULAR, List.of()));
    assertThat(answer.missing()).containsExactly(RecommenderName.USER_KNN);
  }

  private static void assertThatContentIsMissing(RuntimeException thrown) {
    Answer answer =
        answer(
            thrown, List.of(RecommenderName.CONTENT, RecommenderName.POPULAR), Filter.EVERYTHING);

    assertThat(answer.missing()).containsExactly(RecommenderName.CONTENT);
    assertThat(answer.proposals()).containsOnlyKeys(RecommenderName.POPULAR);
    assertThat(answer.proposals().get(RecommenderName.POPULAR)).hasSize(1);
  }

  /** What is proposed to Ann, who looked at a cup, in a shop of which a filter means nothing. */
  private static Answer answer(
      RuntimeException thrown, List<RecommenderName> asked, Filter filter) {
    Stores stores =
        new Stores(
            new AnyProduct(),
            new Failing(thrown),
            new Stores.Settings(
                new StoreInteractions.Reach(10, 100),
                COUNTED,
                COUNTED,
                new Newcomers.Settings(10, 30, 10),
                new ContentModel.Kept(10, 10, 1)));
    stores.get("shop").add(new Interaction("ann", "cup", Kind.VIEW, 0, 1));
    Proposer proposer =
        new Proposer(
            stores,
            new AnyProduct(),
            (shop, any) -> List.of(),
            new Recommenders(InterestWeights.USUAL, Set.of(), Attention.TO_ALL),
            Duration.ofSeconds(30));
    return proposer.propose(
        new Question("shop", "ann", List.of(), asked, 10, List.of(), false, filter));
  }

  /** Cannot tell what is alike. */
  private record Failing(RuntimeException thrown) implements SimilarProducts {
    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      throw thrown;
    }

    @Override
    public void learn(String store) {
      throw thrown;
    }

    @Override
    public void warm(String store, List<String> productIds) {
      throw thrown;
    }
  }

  /** A catalogue that has whatever it is asked for. */
  private record AnyProduct() implements ShownProducts {
    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      return Optional.of(new ShownProduct(productId, "Cup", "EUR", 1_000_000, 0, "", "", true));
    }

    @Override
    public List<String> ids(String store) {
      return List.of();
    }

    @Override
    public long version(String store) {
      return 1;
    }
  }
}
