package io.shelfwise.value.features;

/**
 * A number that tells something of a customer.
 *
 * @param name what it is called by programs, such as {@code recency-days}
 * @param words what it is called in a sentence, such as {@code days since the last order}
 */
public record Feature(String name, String words) {}
