package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.AttributeTerms;
import io.shelfwise.recommend.catalog.AttributeWeights;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.catalog.ProductSimilarity;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is like a product: asks each way of being alike for its nearest, and adds up for all
 * of those how much they are alike in every way.
 *
 * <pre>
 * score(product) = Σ weight · likeness over words, attributes, vectors;   likeness = Σ its traits
 * </pre>
 *
 * <p>So what a product's score is due to can be told trait by trait, and a product that is found by
 * one way has the same score as if all had found it.
 */
final class SimilarSearch {
  private final IndexSearcher searcher;
  private final CatalogView view;
  private final Languages languages;
  private final AttributeWeights attributeWeights;
  private final Settings settings;
  private final @Nullable LearnedMeaning learned;

  /**
   * How to find what is alike.
   *
   * @param weights how much each way of being alike has to say
   * @param similarity how words are scored
   * @param measure how attributes are compared
   * @param telling how many words are asked for at most
   * @param most how many products are found at most
   */
  record Settings(
      LikenessWeights weights,
      ProductSimilarity similarity,
      AttributeMeasure measure,
      int telling,
      int most) {}

  /** A search in one view of a store's index; null if nothing is learned of its words yet. */
  SimilarSearch(
      IndexReader reader,
      CatalogView view,
      Languages languages,
      AttributeWeights attributeWeights,
      Settings settings,
      @Nullable LearnedMeaning learned) {
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(settings.similarity());
    this.view = view;
    this.languages = languages;
    this.attributeWeights = attributeWeights;
    this.settings = settings;
    this.learned = learned;
  }

  /** A way of being alike, and how much it has to say. */
  private record Way(double weight, Likeness likeness) {}

  /**
   * What is like a product; empty if the index does not have it.
   *
   * @param allowed whether a product may be among it, by its id
   */
  Optional<SimilarRow> to(String id, Predicate<String> allowed) throws IOException {
    int own = view.number(id);
    if (own < 0) {
      return Optional.empty();
    }
    IntPredicate found =
        product -> product != own && view.isShowable(product) && allowed.test(view.id(product));
    List<Way> ways = ways(own);
    IntStream nearest = IntStream.empty();
    for (Way way : ways) {
      nearest =
          IntStream.concat(nearest, IntStream.of(way.likeness().nearest(settings.most(), found)));
    }
    return Optional.of(row(ways, nearest.sorted().distinct().toArray()));
  }

  private List<Way> ways(int own) throws IOException {
    CatalogProduct product = ProductDocument.at(searcher, view.document(own));
    List<Way> ways = new ArrayList<>();
    LikenessWeights weights = settings.weights();
    if (weights.words() > 0) {
      ways.add(
          new Way(
              weights.words(),
              WordLikeness.to(
                  product.wording(), own, settings.telling(), view, searcher, languages)));
    }
    if (weights.attributes() > 0) {
      ways.add(
          new Way(
              weights.attributes(),
              AttributeLikeness.to(
                  AttributeTerms.of(product, attributeWeights),
                  settings.measure(),
                  view,
                  searcher)));
    }
    if (weights.vectors() > 0) {
      vectors(product).ifPresent(by -> ways.add(new Way(weights.vectors(), by)));
    }
    return ways;
  }

  private Optional<Likeness> vectors(CatalogProduct product) throws IOException {
    if (product.embedding().isPresent()) {
      return Optional.of(new EmbeddingLikeness(product.embedding().get(), view, searcher));
    }
    LearnedMeaning meaning = learned;
    return meaning == null
        ? Optional.empty()
        : meaning
            .model()
            .place(CatalogTexts.counts(product, languages))
            .map(
                place ->
                    new MeaningLikeness(view, view.placed(meaning), place, searcher, languages));
  }

  private SimilarRow row(List<Way> ways, int[] products) throws IOException {
    List<Trait> traits = new ArrayList<>();
    ways.forEach(way -> traits.addAll(way.likeness().traits()));
    double[][] parts = new double[products.length][traits.size()];
    int from = 0;
    for (Way way : ways) {
      double[][] own = way.likeness().parts(products);
      int width = way.likeness().traits().size();
      for (int rank = 0; rank < products.length; rank++) {
        for (int trait = 0; trait < width; trait++) {
          parts[rank][from + trait] = way.weight() * own[rank][trait];
        }
      }
      from += width;
    }
    String[] ids = IntStream.of(products).mapToObj(view::id).toArray(String[]::new);
    return SimilarRow.best(ids, traits, parts, settings.most());
  }
}
