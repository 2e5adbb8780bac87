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
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
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
  private final Languages languages;
  private final AttributeWeights attributeWeights;
  private final Settings settings;
  private final @Nullable LearnedMeaning learned;

  /**
   * How to find what is alike.
   *
   * @param weights how much each way of being alike has to say
   * @param similarity how words are scored
   * @param telling how many words are asked for at most
   * @param most how many products are found at most
   */
  record Settings(LikenessWeights weights, ProductSimilarity similarity, int telling, int most) {}

  /** A search in one view of a store's index; null if nothing is learned of its words yet. */
  SimilarSearch(
      IndexReader reader,
      Languages languages,
      AttributeWeights attributeWeights,
      Settings settings,
      @Nullable LearnedMeaning learned) {
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(settings.similarity());
    this.languages = languages;
    this.attributeWeights = attributeWeights;
    this.settings = settings;
    this.learned = learned;
  }

  /** A way of being alike, and how much it has to say. */
  private record Way(double weight, Likeness likeness) {}

  /** What is like a product; empty if the index does not have it. */
  Optional<SimilarRow> to(String id) throws IOException {
    return to(id, MatchAllDocsQuery.INSTANCE);
  }

  /** What is like a product and found by a query besides; empty if the index does not have it. */
  Optional<SimilarRow> to(String id, Query allowed) throws IOException {
    int document = ProductDocument.documentOf(searcher, id);
    if (document < 0) {
      return Optional.empty();
    }
    Query filter =
        new BooleanQuery.Builder()
            .add(ProductDocument.isShowable(), Occur.FILTER)
            .add(allowed, Occur.FILTER)
            .add(new TermQuery(new Term(ProductDocument.ID, id)), Occur.MUST_NOT)
            .build();
    List<Way> ways = ways(ProductDocument.at(searcher, document), document, filter);
    IntStream found = IntStream.empty();
    for (Way way : ways) {
      found = IntStream.concat(found, IntStream.of(way.likeness().nearest(settings.most())));
    }
    int[] documents = Documents.matching(searcher, found.sorted().distinct().toArray(), filter);
    return Optional.of(row(ways, documents));
  }

  private List<Way> ways(CatalogProduct product, int document, Query filter) throws IOException {
    List<Way> ways = new ArrayList<>();
    LikenessWeights weights = settings.weights();
    if (weights.words() > 0) {
      ways.add(
          new Way(
              weights.words(),
              WordLikeness.to(
                  product.wording(), document, settings.telling(), searcher, languages, filter)));
    }
    if (weights.attributes() > 0) {
      ways.add(
          new Way(
              weights.attributes(),
              new AttributeLikeness(
                  AttributeTerms.of(product, attributeWeights), searcher, filter)));
    }
    if (weights.vectors() > 0) {
      vectors(product).ifPresent(by -> ways.add(new Way(weights.vectors(), by)));
    }
    return ways;
  }

  private Optional<Likeness> vectors(CatalogProduct product) throws IOException {
    if (product.embedding().isPresent()) {
      return Optional.of(new EmbeddingLikeness(product.embedding().get(), searcher));
    }
    LearnedMeaning meaning = learned;
    return meaning == null
        ? Optional.empty()
        : meaning
            .model()
            .place(CatalogTexts.counts(product, languages))
            .map(place -> new MeaningLikeness(meaning, place, searcher, languages));
  }

  private SimilarRow row(List<Way> ways, int[] documents) throws IOException {
    List<Trait> traits = new ArrayList<>();
    ways.forEach(way -> traits.addAll(way.likeness().traits()));
    double[][] parts = new double[documents.length][traits.size()];
    int from = 0;
    for (Way way : ways) {
      double[][] own = way.likeness().parts(documents);
      int width = way.likeness().traits().size();
      for (int rank = 0; rank < documents.length; rank++) {
        for (int trait = 0; trait < width; trait++) {
          parts[rank][from + trait] = way.weight() * own[rank][trait];
        }
      }
      from += width;
    }
    return SimilarRow.best(Documents.ids(searcher, documents), traits, parts, settings.most());
  }
}
