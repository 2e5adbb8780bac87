package io.shelfwise.value.lifecycle;

import java.util.Map;

/**
 * Something to do about a customer.
 *
 * @param action what, such as {@code win-back}
 * @param text how, in a sentence
 * @param numbers what led to it, by name
 */
public record NextAction(String action, String text, Map<String, Double> numbers) {}
