package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.model.Attention;
import java.time.Duration;

/**
 * How {@code content} works.
 *
 * @param terms how many words of a product are asked for
 * @param related how many alike products are found for each product
 * @param mostRows for how many products they are kept in memory
 * @param threads how many products' alike ones are looked for at once
 * @param queueLength how many may wait to be looked for
 * @param patience how long a caller waits for that
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.content")
public record ContentSettings(
    int terms,
    int related,
    int mostRows,
    int threads,
    int queueLength,
    Duration patience,
    int historyLength,
    Duration halfLife,
    double again) {

  LuceneSimilarProducts.Settings similar() {
    return new LuceneSimilarProducts.Settings(
        terms, related, mostRows, threads, queueLength, patience);
  }

  Attention attention() {
    return new Attention(historyLength, Days.of(halfLife), again);
  }
}
