package io.shelfwise.value.feed;

/**
 * A product of an order.
 *
 * @param product the product's id
 * @param micros what was paid for all its pieces, in millionths of the order's currency
 */
public record OrderLine(String product, long micros) {}
