package io.shelfwise.value.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.history.StoreTotals;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.RfmSegment;
import io.shelfwise.value.segment.Tier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardTest {
  private static final Level GOLD = new Level("gold", 100, 2, "court");
  private static final Level BRONZE = new Level("bronze", 0, 0, "greet");

  /** Many rows share their keys, so that pages end among equals. */
  private final Board board = new Board(rows(new Random(11), 500), StoreTotals.NONE);

  /** Going from page to page meets every row once, in the order, in both directions. */
  @ParameterizedTest
  @EnumSource(RowOrder.class)
  void pagesAreTheWholeListInOrder(RowOrder order) {
    for (boolean descending : new boolean[] {false, true}) {
      List<Row> all = new ArrayList<>();
      Optional<Board.Place> after = Optional.empty();
      Board.Page page;
      do {
        page = board.list(row -> row.membership().loyal(), order, descending, after, 7);
        assertThat(page.rows()).isNotEmpty();
        all.addAll(page.rows());
        after = Optional.of(Board.Place.of(page.rows().getLast(), order));
      } while (!page.isLast());

      List<Row> expected =
          board.rows().stream()
              .filter(row -> row.membership().loyal())
              .sorted(order.comparator(descending))
              .toList();
      assertThat(all).isEqualTo(expected);
      assertThat(page.total()).isEqualTo(expected.size());
    }
  }

  @Test
  void goesOnThoughTheRowThatItStoodAtIsGone() {
    Board.Page first = board.list(_ -> true, RowOrder.REVENUE, true, Optional.empty(), 10);
    Row last = first.rows().getLast();
    List<Row> others = board.rows().stream().filter(row -> !row.equals(last)).toList();

    Board.Page next =
        new Board(others, StoreTotals.NONE)
            .list(
                _ -> true,
                RowOrder.REVENUE,
                true,
                Optional.of(Board.Place.of(last, RowOrder.REVENUE)),
                10);

    assertThat(next.rows())
        .isEqualTo(
            board
                .list(
                    _ -> true,
                    RowOrder.REVENUE,
                    true,
                    Optional.of(Board.Place.of(last, RowOrder.REVENUE)),
                    10)
                .rows())
        .doesNotContainAnyElementsOf(first.rows());
  }

  /** The groups of a dimension are all buyers, parted. */
  @Test
  void groupsOfADimensionAddUp() {
    for (String dimension : List.of("tier:", "level:", "rfm:", "stage:", "loyalty:")) {
      List<GroupSum> groups =
          board.rows().stream()
              .flatMap(row -> row.membership().segments().stream())
              .filter(segment -> segment.startsWith(dimension))
              .distinct()
              .map(board::group)
              .toList();
      assertThat(groups.stream().mapToLong(GroupSum::buyers).sum()).isEqualTo(500);
      assertThat(groups.stream().map(GroupSum::revenueMicros).reduce(BigInteger::add))
          .contains(board.all().revenueMicros());
    }
    assertThat(board.all().revenueMicros())
        .isEqualTo(BigInteger.valueOf(board.rows().stream().mapToLong(Row::revenueMicros).sum()));
    assertThat(board.group("tier:none")).isEqualTo(GroupSum.NOBODY);
  }

  private static List<Row> rows(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Row(
                    "c" + i,
                    new Membership(
                        any(Tier.values(), random),
                        random.nextBoolean() ? GOLD : BRONZE,
                        any(RfmSegment.values(), random),
                        any(Stage.values(), random),
                        random.nextInt(3) > 0),
                    random.nextInt(5),
                    random.nextInt(20),
                    random.nextInt(3),
                    random.nextInt(30),
                    new Row.Outlook(random.nextInt(4) / 4.0, random.nextInt(9), random.nextInt(9))))
        .sorted(Comparator.comparing(Row::customer))
        .toList();
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
