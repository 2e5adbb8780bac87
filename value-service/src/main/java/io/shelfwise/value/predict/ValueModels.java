package io.shelfwise.value.predict;

import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.spend.GammaGammaModel;
import java.time.Duration;
import java.util.Optional;

/**
 * The models of a store, and what they were made of.
 *
 * @param purchases the purchase model, time in days
 * @param spend the spend model
 * @param holdout how the purchase model does on days that it has not seen; empty when the store is
 *     too young to tell
 * @param customers how many customers went in
 * @param repeaters how many of them bought on more than one day
 * @param asOfMillis the time of the newest event that went in
 * @param cursor the part of the log that went in
 * @param fitMillis when the fit was made
 * @param took how long it took
 */
public record ValueModels(
    PurchaseModel purchases,
    GammaGammaModel spend,
    Optional<Holdout> holdout,
    long customers,
    long repeaters,
    long asOfMillis,
    String cursor,
    long fitMillis,
    Duration took) {}
