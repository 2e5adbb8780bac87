package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.catalog.AttributeWeights;
import io.shelfwise.recommend.catalog.Catalog;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How much the catalogue may take.
 *
 * @param searchThreads how many searches run at once
 * @param queueLength how many calls may wait for that, and as many for a write
 * @param patience how long a call waits for its answer at most
 * @param mostStores how many stores there may be
 * @param language the tag of the language of products that do not tell theirs
 * @param brandWeight how much the brand has to say in how alike two products are
 * @param categoryWeight how much each step of the category path
 * @param priceWeight how much the price
 * @param attributeWeight how much each further attribute
 */
@ConfigurationProperties("shelfwise.recommend.catalog")
public record CatalogSettings(
    int searchThreads,
    int queueLength,
    Duration patience,
    int mostStores,
    String language,
    double brandWeight,
    double categoryWeight,
    double priceWeight,
    double attributeWeight) {

  Catalog.Settings in(Path directory) {
    return new Catalog.Settings(
        directory,
        searchThreads,
        queueLength,
        patience,
        mostStores,
        language,
        new AttributeWeights(brandWeight, categoryWeight, priceWeight, attributeWeight));
  }
}
