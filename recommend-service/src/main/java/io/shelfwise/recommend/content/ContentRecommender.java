package io.shelfwise.recommend.content;

import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RelatedProducts;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Proposes what is alike to the products that speak, and tells in which words and attributes.
 *
 * <p>The strongest of them take their parts out of those of the products they come from, so that
 * nothing is counted twice.
 *
 * <p>Where so much of the rows may not be proposed that an answer does not become full, the newest
 * products of the taste are asked for what may.
 */
final class ContentRecommender implements Recommender {
  private static final int MOST_TRAITS = 3;
  private static final Comparator<Evidence> STRONGEST_FIRST =
      Comparator.comparingDouble(Evidence::weight).reversed();

  private final ContentModel model;
  private final Attention attention;

  ContentRecommender(ContentModel model, Attention attention) {
    this.model = model;
    this.attention = attention;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    int speaking = attention.length(query.taste());
    model.prepare(query.taste(), speaking);
    AnswerRows rows = new AnswerRows(model, query.allowed());
    RelatedProducts related = new RelatedProducts(rows, attention);
    List<Proposal> proposals = related.propose(query, count, scratch);
    if (proposals.size() < count && rows.widen(query, speaking)) {
      proposals = related.propose(query, count, scratch);
    }
    if (!query.explained()) {
      return proposals;
    }
    List<Proposal> told = new ArrayList<>(proposals.size());
    for (Proposal proposal : proposals) {
      told.add(inTraits(proposal, rows));
    }
    return told;
  }

  private static Proposal inTraits(Proposal proposal, AnswerRows rows) {
    List<Evidence.FromProduct> sources = sources(proposal);
    double[] left = new double[sources.size()];
    SharedTraits traits = new SharedTraits(left.length);
    for (int i = 0; i < left.length; i++) {
      int source = sources.get(i).product();
      left[i] = sources.get(i).weight();
      Optional<SimilarProducts.Similar> similar = rows.similar(source, proposal.product());
      if (similar.isPresent()) {
        traits.add(i, left[i], similar.get());
      }
    }
    List<Evidence> told = new ArrayList<>(left.length + MOST_TRAITS);
    for (int trait : traits.strongest(MOST_TRAITS)) {
      told.add(evidence(traits.trait(trait), traits.total(trait)));
      for (int i = 0; i < left.length; i++) {
        left[i] -= traits.part(trait, i);
      }
    }
    for (int i = 0; i < left.length; i++) {
      int source = sources.get(i).product();
      told.add(new Evidence.FromProduct(source, Math.max(0, left[i])));
    }
    told.sort(STRONGEST_FIRST);
    return new Proposal(
        proposal.product(),
        proposal.score(),
        Evidence.completed(
            told.subList(0, Math.min(told.size(), Evidence.MOST)), proposal.score()));
  }

  private static Evidence evidence(Trait trait, double weight) {
    return switch (trait) {
      case Trait.Word word -> new Evidence.FromTerm(word.text(), weight);
      case Trait.Attribute attribute ->
          new Evidence.FromAttribute(attribute.name(), attribute.value(), weight);
      case Trait.Meaning _ -> throw new IllegalArgumentException("not told: " + trait);
    };
  }

  private static List<Evidence.FromProduct> sources(Proposal proposal) {
    List<Evidence.FromProduct> sources = new ArrayList<>(Evidence.MOST);
    for (Evidence evidence : proposal.evidence()) {
      if (evidence instanceof Evidence.FromProduct source) {
        sources.add(source);
      }
    }
    return sources;
  }
}
