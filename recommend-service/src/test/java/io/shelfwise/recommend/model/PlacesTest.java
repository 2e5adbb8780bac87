package io.shelfwise.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places();

  @Test
  void aNumberStandsWhereItWasAdded() {
    IntStream.range(0, 200).forEach(i -> places.add(1000 - i));

    assertThat(places.size()).isEqualTo(200);
    assertThat(places.of(1000)).isZero();
    assertThat(places.of(1000 - 150)).isEqualTo(150);
    assertThat(places.of(1000 - 200)).isEqualTo(-1);
    assertThat(places.of(1_000_000)).isEqualTo(-1);
  }

  @Test
  void theBestStandInTheirOrder() {
    places.add(7);
    Best best = new Best();
    best.reset(2);
    best.add(3, 1);
    best.add(9, 2);
    best.sort();
    places.reset(best);

    assertThat(places.of(9)).isZero();
    assertThat(places.of(3)).isEqualTo(1);
    assertThat(places.of(7)).isEqualTo(-1);
  }

  @Test
  void numbersOfTheListAreFoundAmongMany() {
    places.add(5);
    places.add(2);
    int[] among = {9, 2, 1_000_000, 5, 5, 7};
    int[] found = new int[among.length];

    assertThat(places.find(among, 0, among.length, found)).isEqualTo(3);
    assertThat(found).startsWith(1, 3, 4);
    assertThat(places.find(among, 2, 4, found)).isEqualTo(1);
    assertThat(found).startsWith(3);
    assertThat(places.find(among, 2, 2, found)).isZero();
  }

  @Test
  void ofManyNumbersTheLastOfTheListIsFound() {
    places.add(4);
    places.add(9);
    places.add(2);

    assertThat(places.last(new int[] {9, 5, 4, 1_000, 9, 2}, 0, 5)).isZero();
    assertThat(places.last(new int[] {9, 5, 4, 1_000, 9, 2}, 1, 4)).isEqualTo(2);
    assertThat(places.last(new int[] {9, 5, 2, 1_000, 9, 2}, 0, 6)).isEqualTo(2);
    assertThat(places.last(new int[] {7, 8}, 1, 2)).isEqualTo(1);
  }
}
