package io.shelfwise.value.judge;

/**
 * Customers who had bought equally often before the holdout: whether the model tells frequent
 * buyers from rare ones as it should.
 *
 * @param frequency their repeat purchases before the holdout; in the last group, at least so many
 * @param customers how many they are
 * @param actualMean what came of one of them in the mean
 * @param expectedMean what was expected of one of them in the mean
 */
public record FrequencyGroup(
    int frequency, long customers, double actualMean, double expectedMean) {}
