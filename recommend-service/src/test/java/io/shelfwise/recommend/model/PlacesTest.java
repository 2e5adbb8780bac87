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
}
