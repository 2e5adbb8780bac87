package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.model.OverBudgetException;
import io.shelfwise.recommend.model.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AnswerRowsTest {
  private static final ContentModel.Kept KEPT = new ContentModel.Kept(1, 100, 1);

  private final Dictionary numbers = new Dictionary();
  private final int cup = numbers.number("cup");
  private final int pot = numbers.number("pot");
  private final Slow similar = new Slow();
  private final AnswerRows rows =
      new AnswerRows(
          new ContentModel("shop", new AnyProduct(), similar, numbers, KEPT), product -> false);

  /** What the recommenders after this one have left. */
  @Test
  void theSearchesGetAQuarterOfTheTimeThatIsLeft() {
    long hour = Duration.ofHours(1).toNanos();
    long begin = System.nanoTime();

    boolean widened = rows.widen(query(begin + hour, cup, pot), 2);

    long end = System.nanoTime();
    assertThat(widened).isTrue();
    assertThat(similar.deadlines).hasSize(2);
    assertThat(similar.deadlines)
        .allSatisfy(deadline -> assertThat(deadline - end).isLessThan(hour / 4));
    assertThat(similar.deadlines)
        .allSatisfy(deadline -> assertThat(deadline - begin).isBetween(hour / 5, hour));
  }

  @Test
  void whatWasFoundInTimeStays() {
    similar.most = 1;

    boolean widened = rows.widen(query(System.nanoTime() + Long.MAX_VALUE / 2, cup, pot), 2);

    assertThat(widened).isTrue();
    assertThat(similar.deadlines).hasSize(2);
    assertThat(rows.row(cup, Long.MAX_VALUE).products()).containsExactly(numbers.number("found"));
    assertThat(rows.row(pot, Long.MAX_VALUE).products()).containsExactly(numbers.number("usual"));
  }

  private static Query query(long deadline, int... taste) {
    return new Query(Taste.of(taste), Trail.NONE, "", false, product -> false, 0, deadline, true);
  }

  /** Finds something for so many products, and no more in time. */
  private static final class Slow implements SimilarProducts {
    private final List<Long> deadlines = new ArrayList<>();
    private int most = 10;

    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      return List.of(new Similar("usual", 1, List.of()));
    }

    @Override
    public List<Similar> among(
        String store, String productId, Predicate<String> allowed, int count, long deadline) {
      deadlines.add(deadline);
      if (deadlines.size() > most) {
        throw new OverBudgetException();
      }
      return List.of(new Similar("found", 1, List.of()));
    }

    @Override
    public void learn(String store) {}

    @Override
    public void warm(String store, List<String> productIds) {}
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
