package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.AttributeTerms;
import io.shelfwise.recommend.catalog.AttributeWeights;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.catalog.ProductSimilarity;
import io.shelfwise.recommend.language.Languages;
import io.shelfwise.recommend.model.Best;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
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
  private final Lexicon lexicon;

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

  /**
   * A search in one view of a store's index.
   *
   * @param learned null if nothing is learned of its words yet
   * @param lexicon what the rows of the store are told with
   */
  SimilarSearch(
      IndexReader reader,
      CatalogView view,
      Languages languages,
      AttributeWeights attributeWeights,
      Settings settings,
      @Nullable LearnedMeaning learned,
      Lexicon lexicon) {
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(settings.similarity());
    this.view = view;
    this.languages = languages;
    this.attributeWeights = attributeWeights;
    this.settings = settings;
    this.learned = learned;
    this.lexicon = lexicon;
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
    return Optional.of(
        row(
            ways(own),
            product ->
                product != own && view.isShowable(product) && allowed.test(view.id(product))));
  }

  /** What is like a product; empty if the index does not have it. */
  Optional<SimilarRow> to(String id) throws IOException {
    int own = view.number(id);
    return own < 0
        ? Optional.empty()
        : Optional.of(row(ways(own), product -> product != own && view.isShowable(product)));
  }

  private SimilarRow row(List<Way> ways, IntPredicate allowed) throws IOException {
    int[] nearest = new int[0];
    int count = 0;
    for (Way way : ways) {
      int[] found = way.likeness().nearest(settings.most(), allowed);
      nearest = Arrays.copyOf(nearest, count + found.length);
      System.arraycopy(found, 0, nearest, count, found.length);
      count += found.length;
    }
    Arrays.sort(nearest);
    return row(ways, distinct(nearest));
  }

  private static int[] distinct(int[] ascending) {
    int count = 0;
    for (int e = 0; e < ascending.length; e++) {
      ascending[count] = ascending[e];
      count += e + 1 == ascending.length || ascending[e] != ascending[e + 1] ? 1 : 0;
    }
    return Arrays.copyOf(ascending, count);
  }

  private List<Way> ways(int own) throws IOException {
    CatalogProduct product = ProductDocument.at(searcher, view.document(own));
    ProductWords words = ProductWords.of(product.wording(), languages);
    List<Way> ways = new ArrayList<>();
    LikenessWeights weights = settings.weights();
    if (weights.words() > 0) {
      ways.add(
          new Way(
              weights.words(), WordLikeness.to(words, own, settings.telling(), view, searcher)));
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
      vectors(product, words).ifPresent(by -> ways.add(new Way(weights.vectors(), by)));
    }
    return ways;
  }

  private Optional<Likeness> vectors(CatalogProduct product, ProductWords words) {
    if (product.embedding().isPresent()) {
      return Optional.of(new EmbeddingLikeness(product.embedding().get(), view, searcher));
    }
    LearnedMeaning meaning = learned;
    return meaning == null
        ? Optional.empty()
        : meaning
            .model()
            .place(words.counts())
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
      way.likeness().tell(products, parts, from);
      int to = from + way.likeness().traits().size();
      for (double[] row : parts) {
        for (int trait = from; trait < to; trait++) {
          row[trait] *= way.weight();
        }
      }
      from = to;
    }
    return row(products, traits, parts);
  }

  /** The row of those that are alike at all, most alike first, of equals the lower number. */
  private SimilarRow row(int[] products, List<Trait> traits, double[][] parts) {
    Best best = new Best();
    best.reset(settings.most());
    for (int rank = 0; rank < products.length; rank++) {
      double score = sum(parts[rank]);
      if (score > 0 && best.beats(rank, score)) {
        best.add(rank, score);
      }
    }
    best.sort();
    RowBuilder row = new RowBuilder(lexicon, traits, best.size());
    for (int i = 0; i < best.size(); i++) {
      int rank = best.number(i);
      row.add(view.id(products[rank]), best.score(i), parts[rank]);
    }
    return row.build();
  }

  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }
}
