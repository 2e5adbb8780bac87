package io.shelfwise.standalone.value;

import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.numeric.Estimates;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a fit came to.
 *
 * @param model the model's name
 * @param customers how many customers it was fitted to
 * @param regularity k, of models that have it
 * @param estimates the parameters and how sure they are
 * @param logLikelihood of the customers' histories, time in the unit of the fit
 * @param holdout what was expected and what came; empty without a holdout
 * @param fitSeconds how long the fit took, once the customers were read and merged
 */
record FitResult(
    String model,
    long customers,
    OptionalInt regularity,
    Estimates estimates,
    double logLikelihood,
    Optional<Comparison> holdout,
    double fitSeconds) {}
