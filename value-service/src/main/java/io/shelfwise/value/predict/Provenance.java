package io.shelfwise.value.predict;

import java.time.Duration;

/**
 * Where models come from.
 *
 * @param customers how many customers went in
 * @param repeaters how many of them bought on more than one day
 * @param asOfMillis the time of the newest event that went in
 * @param cursor the part of the log that went in
 * @param fitMillis when the fit was made
 * @param took how long it took
 */
public record Provenance(
    long customers,
    long repeaters,
    long asOfMillis,
    String cursor,
    long fitMillis,
    Duration took) {}
