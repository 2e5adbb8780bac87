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

/**
 * Proposes what is alike to the products that speak, and tells in which words.
 *
 * <p>The strongest words take their parts out of those of the products they come from, so that
 * nothing is counted twice.
 */
final class ContentRecommender implements Recommender {
  private static final int MOST_WORDS = 2;
  private static final Comparator<Evidence> STRONGEST_FIRST =
      Comparator.comparingDouble(Evidence::weight).reversed();

  private final ContentModel model;
  private final RelatedProducts related;

  ContentRecommender(ContentModel model, Attention attention) {
    this.model = model;
    this.related = new RelatedProducts(model, attention);
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    List<Proposal> proposals = related.propose(query, count, scratch);
    List<Proposal> told = new ArrayList<>(proposals.size());
    for (Proposal proposal : proposals) {
      told.add(inWords(proposal));
    }
    return told;
  }

  private Proposal inWords(Proposal proposal) {
    List<Evidence.FromProduct> sources = sources(proposal);
    double[] left = new double[sources.size()];
    SharedWords words = new SharedWords(left.length);
    for (int i = 0; i < left.length; i++) {
      int source = sources.get(i).product();
      left[i] = sources.get(i).weight();
      words.add(i, left[i], model.terms(source, proposal.product()));
    }
    List<Evidence> told = new ArrayList<>(left.length + MOST_WORDS);
    for (int word : words.strongest(MOST_WORDS)) {
      told.add(new Evidence.FromTerm(words.text(word), words.total(word)));
      for (int i = 0; i < left.length; i++) {
        left[i] -= words.part(word, i);
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
