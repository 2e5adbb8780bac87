package io.shelfwise.value.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.Chance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatedAmountsTest {
  private static final int YEARS = 4 * 365;

  private record Entry(int day, int thing, long amount) {}

  @Test
  void addsUpByDayAndThing() {
    DatedAmounts sums =
        of(List.of(new Entry(9, 1, 5), new Entry(8, 0, 1), new Entry(9, 1, 7), new Entry(9, 0, 2)));

    assertThat(shown(sums))
        .containsExactly(new Entry(8, 0, 1), new Entry(9, 0, 2), new Entry(9, 1, 5 + 7));
    assertThat(sums.until(7)).isZero();
    assertThat(sums.until(8)).isEqualTo(1);
    assertThat(sums.until(9)).isEqualTo(3);
  }

  @Test
  void knowsTimesBefore1970() {
    DatedAmounts sums = of(List.of(new Entry(-3, 2, 5), new Entry(4, 0, 1)));

    assertThat(shown(sums)).containsExactly(new Entry(-3, 2, 5), new Entry(4, 0, 1));
    assertThat(sums.until(-4)).isZero();
    assertThat(sums.until(-3)).isEqualTo(1);
  }

  @Test
  void keepsWhatIsOldByPeriodsDatedByTheirLastDay() {
    int newest = 100 * DatedAmounts.PERIOD + DatedAmounts.DAYS_KEPT_APART;
    int old = 98 * DatedAmounts.PERIOD;
    DatedAmounts sums =
        of(
            List.of(
                new Entry(old, 0, 1),
                new Entry(old + 3, 0, 2),
                new Entry(old + DatedAmounts.PERIOD, 0, 4),
                new Entry(old + 2 * DatedAmounts.PERIOD, 0, 8),
                new Entry(newest, 0, 16)));

    assertThat(shown(sums))
        .containsExactly(
            new Entry(old + DatedAmounts.PERIOD - 1, 0, 1 + 2),
            new Entry(old + 2 * DatedAmounts.PERIOD - 1, 0, 4),
            new Entry(old + 2 * DatedAmounts.PERIOD, 0, 8),
            new Entry(newest, 0, 16));
  }

  /** What is kept is the same in whatever order it came. */
  @Test
  void doesNotDependOnTheOrderOfTheLog() {
    Random random = Chance.random();
    List<Entry> entries = new ArrayList<>(entries(random, 2_000));
    DatedAmounts sums = of(entries);
    Collections.shuffle(entries, random);

    assertThat(of(entries)).usingRecursiveComparison().isEqualTo(sums);
  }

  /** Nothing that comes later changes what is told as of a day of the last two years. */
  @Test
  void whatComesLaterDoesNotChangeWhatWas() {
    List<Entry> entries = entries(Chance.random(), 2_000);
    int cut = YEARS - DatedAmounts.DAYS_KEPT_APART;
    DatedAmounts all = of(entries);
    DatedAmounts before = of(entries.stream().filter(entry -> entry.day() <= cut).toList());

    for (int thing = 0; thing < 3; thing++) {
      assertThat(sum(all, thing, cut)).isEqualTo(sum(before, thing, cut));
      assertThat(sum(all, thing, YEARS)).isEqualTo(sum(entries, thing));
    }
  }

  @Test
  void forgetsTheOldestOfTooMany() {
    DatedAmounts sums = DatedAmounts.NONE;
    for (int thing = 0; thing <= DatedAmounts.MOST; thing++) {
      sums = sums.plus(thing / 10, thing, 1);
    }

    assertThat(sums.size()).isEqualTo(DatedAmounts.MOST);
    assertThat(sums.thing(0)).isEqualTo(1);
  }

  private static List<Entry> entries(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ -> new Entry(random.nextInt(YEARS + 1), random.nextInt(3), random.nextInt(1, 9)))
        .toList();
  }

  private static DatedAmounts of(List<Entry> entries) {
    DatedAmounts sums = DatedAmounts.NONE;
    for (Entry entry : entries) {
      sums = sums.plus(entry.day(), entry.thing(), entry.amount());
    }
    return sums;
  }

  private static List<Entry> shown(DatedAmounts sums) {
    return IntStream.range(0, sums.size())
        .mapToObj(i -> new Entry(sums.day(i), sums.thing(i), sums.amount(i)))
        .toList();
  }

  private static long sum(DatedAmounts sums, int thing, int lastDay) {
    return sum(shown(sums).subList(0, sums.until(lastDay)), thing);
  }

  private static long sum(List<Entry> entries, int thing) {
    return entries.stream().filter(e -> e.thing() == thing).mapToLong(Entry::amount).sum();
  }
}
