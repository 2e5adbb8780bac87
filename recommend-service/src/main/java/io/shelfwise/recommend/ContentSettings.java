package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.catalog.ProductSimilarity;
import io.shelfwise.recommend.content.AttributeMeasure;
import io.shelfwise.recommend.content.LikenessWeights;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.meaning.MeaningTrainer;
import io.shelfwise.recommend.model.Attention;
import java.time.Duration;

/**
 * How {@code content} works.
 *
 * @param words how much the words that products share have to say
 * @param attributes how much the attributes
 * @param vectors how much the vectors: those that the shop supplies, else what was learned
 * @param similarity how words are scored
 * @param attributeMeasure how attributes are compared
 * @param dimensions how long the vectors are that are learned
 * @param seed where the chance begins that is used in learning
 * @param terms how many words of a product are asked for
 * @param related how many alike products are found for each product
 * @param mostRows for how many products they are kept in memory
 * @param categoryConfidence which part of the likeness must speak for a category for a product
 *     without one to count as of it; more than 1: it never does
 * @param threads how many products' alike ones are looked for at once
 * @param queueLength how many may wait to be looked for
 * @param patience how long a caller waits for that
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product speaks for itself
 */
@ConfigurationProperties("shelfwise.recommend.content")
public record ContentSettings(
    double words,
    double attributes,
    double vectors,
    Similarity similarity,
    AttributeMeasure attributeMeasure,
    int dimensions,
    long seed,
    int terms,
    int related,
    int mostRows,
    double categoryConfidence,
    int threads,
    int queueLength,
    Duration patience,
    int historyLength,
    Duration halfLife,
    double again) {

  /** How words are scored. */
  public enum Similarity {
    /** By how much a word tells of a text of its length, and never much more for many times. */
    BM25,
    /** By how often a text has a word, and how rare it is. */
    TF_IDF;

    private ProductSimilarity measure() {
      return switch (this) {
        case BM25 -> ProductSimilarity.bm25();
        case TF_IDF -> ProductSimilarity.tfIdf();
      };
    }
  }

  LuceneSimilarProducts.Settings similar() {
    return new LuceneSimilarProducts.Settings(
        new LikenessWeights(words, attributes, vectors),
        similarity.measure(),
        attributeMeasure,
        new MeaningTrainer(dimensions, seed),
        terms,
        related,
        mostRows,
        threads,
        queueLength,
        patience);
  }

  Attention attention() {
    return new Attention(historyLength, Days.of(halfLife), again);
  }
}
