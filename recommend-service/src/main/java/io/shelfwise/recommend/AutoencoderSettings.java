package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.linear.AutoencoderTrainer;
import io.shelfwise.recommend.linear.Regularization;
import io.shelfwise.recommend.model.Attention;
import java.time.Duration;

/**
 * How {@code autoencoder} works.
 *
 * @param lambda how many customers' agreement it takes to be believed
 * @param denoising which part of a product's popularity is added to that
 * @param popularityExponent to which power of its popularity a product's interests count less
 * @param kept how many weights are kept for each product
 * @param mostDenseProducts up to how many products are weighed all against each other
 * @param neighbors how many others a product is foretold by where there are more
 * @param mostProducts how many products of a customer are learned from then
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.autoencoder")
public record AutoencoderSettings(
    double lambda,
    double denoising,
    double popularityExponent,
    int kept,
    int mostDenseProducts,
    int neighbors,
    int mostProducts,
    int historyLength,
    Duration halfLife,
    double again) {

  AutoencoderTrainer trainer(PrivacySettings privacy) {
    return new AutoencoderTrainer(
        new AutoencoderTrainer.Settings(
            new Regularization(lambda, denoising, popularityExponent),
            kept,
            privacy.leastCustomers(),
            new AutoencoderTrainer.LargeCatalogs(mostDenseProducts, neighbors, mostProducts)),
        new Attention(historyLength, Days.of(halfLife), again));
  }
}
