package io.shelfwise.recommend.content;

import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RelatedProducts;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proposes what is alike to the products that speak, and tells in which words.
 *
 * <p>The strongest words take their parts out of those of the products they come from, so that
 * nothing is counted twice.
 */
final class ContentRecommender implements Recommender {
  private static final int MOST_WORDS = 2;

  private final ContentModel model;
  private final RelatedProducts related;

  ContentRecommender(ContentModel model, Attention attention) {
    this.model = model;
    this.related = new RelatedProducts(model, attention);
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    return related.propose(query, count, scratch).stream().map(this::inWords).toList();
  }

  private Proposal inWords(Proposal proposal) {
    int[] sources = new int[proposal.evidence().size()];
    double[] parts = new double[sources.length];
    for (int i = 0; i < sources.length; i++) {
      // Related products speak of nothing but products.
      Evidence.FromProduct source = (Evidence.FromProduct) proposal.evidence().get(i);
      sources[i] = source.product();
      parts[i] = source.weight();
    }
    List<Evidence> told = new ArrayList<>(sources.length + MOST_WORDS);
    for (Word word : strongestWords(proposal.product(), sources, parts)) {
      told.add(new Evidence.FromTerm(word.text(), word.total()));
      for (int i = 0; i < parts.length; i++) {
        parts[i] -= word.parts()[i];
      }
    }
    for (int i = 0; i < sources.length; i++) {
      told.add(new Evidence.FromProduct(sources[i], Math.max(0, parts[i])));
    }
    told.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    return new Proposal(
        proposal.product(),
        proposal.score(),
        told.subList(0, Math.min(told.size(), Evidence.MOST)));
  }

  /**
   * The words that the product shares with its sources, and what of each source's part is due to
   * each of them.
   */
  private List<Word> strongestWords(int product, int[] sources, double[] parts) {
    Map<String, double[]> words = new HashMap<>();
    for (int i = 0; i < sources.length; i++) {
      List<SimilarProducts.SharedTerm> terms = model.terms(sources[i], product);
      double all = terms.stream().mapToDouble(SimilarProducts.SharedTerm::weight).sum();
      for (SimilarProducts.SharedTerm term : terms) {
        words.computeIfAbsent(term.term(), word -> new double[sources.length])[i] +=
            parts[i] * term.weight() / all;
      }
    }
    return words.entrySet().stream()
        .map(word -> new Word(word.getKey(), word.getValue(), Arrays.stream(word.getValue()).sum()))
        .sorted(Comparator.comparingDouble(Word::total).reversed().thenComparing(Word::text))
        .limit(MOST_WORDS)
        .toList();
  }

  /** A word, what of each source's part is due to it, and the sum of that. */
  @SuppressWarnings("ArrayRecordComponent") // lives within a call
  private record Word(String text, double[] parts, double total) {}
}
