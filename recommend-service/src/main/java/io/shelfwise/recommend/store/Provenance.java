package io.shelfwise.recommend.store;

import java.time.Instant;
import java.util.Map;

/**
 * Where a model comes from: the same part of the log and the same settings make the same model, as
 * chance comes from a seed among the settings.
 *
 * @param cursor the part of the event log that went in
 * @param events how many events of the store that was
 * @param erasures how many customers of the store had been erased by then
 * @param time when it was made
 * @param seconds how long that took
 * @param customers how many customers went in
 * @param products how many products went in
 * @param interactions how many distinct pairs of customer and product went in
 * @param settings what it was made with, by name
 */
public record Provenance(
    String cursor,
    long events,
    long erasures,
    Instant time,
    double seconds,
    int customers,
    int products,
    int interactions,
    Map<String, String> settings) {
  public Provenance {
    settings = Map.copyOf(settings);
  }
}
