package io.shelfwise.value.segment;

/** A third of a store's customers, by what they spent. */
public enum Tier {
  /** The third that spent least. */
  LOW,
  /** The third between. */
  MEDIUM,
  /** The third that spent most. */
  HIGH
}
