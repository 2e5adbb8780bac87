package io.shelfwise.value.simulate;

/**
 * A purchase.
 *
 * @param day days since the customer's first purchase; whole or not, as the population is
 * @param value what it was worth
 */
public record SimulatedPurchase(double day, double value) {}
