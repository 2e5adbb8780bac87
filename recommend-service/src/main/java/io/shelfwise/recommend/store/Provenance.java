package io.shelfwise.recommend.store;

import java.time.Instant;
import java.util.Map;

/**
 * Where models come from: the same part of the log and the same settings make the same models, as
 * there is no chance in any.
 *
 * @param cursor the part of the event log that went in
 * @param events how many events of the store that was
 * @param time when they were made
 * @param seconds how long each took, by recommender
 * @param customers how many customers went in
 * @param products how many products went in
 * @param interactions how many distinct pairs of customer and product went in
 * @param settings what they were made with, by name
 */
public record Provenance(
    String cursor,
    long events,
    Instant time,
    Map<String, Double> seconds,
    int customers,
    int products,
    int interactions,
    Map<String, String> settings) {
  public Provenance {
    seconds = Map.copyOf(seconds);
    settings = Map.copyOf(settings);
  }
}
