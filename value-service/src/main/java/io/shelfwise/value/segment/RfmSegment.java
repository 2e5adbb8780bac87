package io.shelfwise.value.segment;

import java.util.Locale;

/** The groups that recency, frequency and monetary scores make, by the names in common use. */
public enum RfmSegment {
  /** The best by all three. */
  CHAMPIONS("bought lately, often and for much"),
  /** Nearly as good. */
  LOYAL("buy often and for much, most of them lately"),
  /** May become loyal. */
  POTENTIAL_LOYALIST("bought lately, and more than once"),
  /** Among those who bought most lately and least often. */
  NEW("bought only just, and hardly before"),
  /** Like the new ones, a little later. */
  PROMISING("bought a while ago, and hardly before"),
  /** In the middle by everything. */
  NEED_ATTENTION("bought well, and are beginning to stay away"),
  /** Below the middle, not gone yet. */
  ABOUT_TO_SLEEP("bought little, and are beginning to stay away"),
  /** Worth something and long away. */
  AT_RISK("bought well, and have stayed away for long"),
  /** Worth most and longest away. */
  CANT_LOSE("were among the best, and have stayed away for longest"),
  /** Worth little and long away. */
  HIBERNATING("bought little, and have stayed away for long"),
  /** Worth least and longest away. */
  LOST("bought little, and have stayed away for longest");

  private final String description;

  RfmSegment(String description) {
    this.description = description;
  }

  /** The name as it is written: {@code cant-lose}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its customers have in common, in words that follow "customers who". */
  public String description() {
    return description;
  }
}
