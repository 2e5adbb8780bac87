package io.shelfwise.profile.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookSizeTest {
  private static final int MEGABYTE = 1 << 20;

  private final LookSize size = new LookSize();

  private void lookAtEntriesOf(int bytes) {
    int entries = size.ofAPart(1);
    size.saw(entries, (long) entries * bytes);
  }

  @Test
  void smallEntriesAreReadByTheThousand() {
    assertThat(size.ofAPart(1)).isEqualTo(4);
    lookAtEntriesOf(200);
    assertThat(size.ofAPart(1)).isEqualTo(2 * 4);
    for (int i = 0; i < 10; i++) {
      lookAtEntriesOf(200);
    }
    assertThat(size.ofAPart(1)).isEqualTo(1_000);
    assertThat(size.ofAPart(16)).isEqualTo(1_000 / 16);
    assertThat(size.ofAPart(5_000)).isEqualTo(10);
  }

  @Test
  void largeEntriesAreReadByTheMegabyte() {
    lookAtEntriesOf(100_000);
    lookAtEntriesOf(100_000);
    assertThat(size.ofAPart(1)).isEqualTo(MEGABYTE / 100_000);
    assertThat(size.ofAPart(5_000)).isEqualTo(10);
    lookAtEntriesOf(700_000);
    assertThat(size.ofAPart(1)).isEqualTo(1);
    assertThat(size.ofAPart(5_000)).isEqualTo(1);
    lookAtEntriesOf(2 * MEGABYTE);
    assertThat(size.ofAPart(1)).isEqualTo(1);
  }

  @Test
  void afterLargeEntriesItGrowsAgain() {
    lookAtEntriesOf(2 * MEGABYTE);
    for (int i = 0; i < 10; i++) {
      lookAtEntriesOf(200);
    }
    assertThat(size.ofAPart(1)).isEqualTo(1_000);
  }

  @Test
  void aLookThatFindsNothingTellsNothing() {
    size.saw(0, 0);
    assertThat(size.ofAPart(1)).isEqualTo(4);
  }
}
