package io.shelfwise.recommend.interactions;

/**
 * A product that was kept from trainers, together with all that the customer did with it.
 *
 * @param customer the customer's id
 * @param product the product's number
 */
public record Withheld(String customer, int product) {}
