package io.shelfwise.recommend.endpoint;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CategoryFamiliarity;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.propose.Answer;
import io.shelfwise.recommend.store.Shelf;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;

/**
 * Writes an answer as the message that is sent: each product is told once, however many lists it is
 * in, and so is what speaks for it.
 */
final class CandidateReply {
  private static final int NOT_TOLD = -1;

  private final Answer answer;
  private final CandidateProducts products;
  private final ProposeCandidatesResponse.Builder message = ProposeCandidatesResponse.newBuilder();
  private final Shelf.View shelf;
  private final String namePrefix;
  private final Int2IntOpenHashMap told;
  private final EvidenceSources sources = new EvidenceSources(message, this::speaking);

  /**
   * The message of an answer.
   *
   * @param products those of its store, as they are told
   */
  CandidateReply(Answer answer, CandidateProducts products) {
    this.answer = answer;
    this.products = products;
    this.shelf = answer.shelf().now();
    this.namePrefix = Names.PRODUCT.format(answer.shelf().store(), "");
    this.told =
        new Int2IntOpenHashMap(answer.proposals().values().stream().mapToInt(List::size).sum());
    told.defaultReturnValue(NOT_TOLD);
  }

  ProposeCandidatesResponse message() {
    answer.proposals().forEach(this::addList);
    answer.missing().forEach(name -> message.addMissing(name.text()));
    answer.familiarity().byCategory().forEach(this::addFamiliarity);
    return message.setHistoryCount(answer.historyCount()).build();
  }

  private void addFamiliarity(String category, double familiarity) {
    message.addFamiliarities(
        CategoryFamiliarity.newBuilder().setCategory(category).setFamiliarity(familiarity).build());
  }

  private void addList(RecommenderName recommender, List<Proposal> proposals) {
    CandidateList.Builder list = CandidateList.newBuilder().setRecommender(recommender.text());
    for (Proposal proposal : proposals) {
      int index = tell(proposal.product());
      if (index != NOT_TOLD) {
        list.addCandidates(candidate(index, proposal));
      }
    }
    message.addLists(list.build());
  }

  /**
   * The place of a product among those told; {@link #NOT_TOLD} if it has just left the catalogue.
   */
  private int tell(int product) {
    int known = told.get(product);
    if (known != NOT_TOLD) {
      return known;
    }
    ShownProduct shown = shelf.shown(product).orElse(null);
    if (shown == null) {
      return NOT_TOLD;
    }
    int index = message.getProductsCount();
    message.addProducts(
        products.get(
            product, shown, answer.categories().of(shown), answer.popularity().buyers(product)));
    told.put(product, index);
    return index;
  }

  private Candidate candidate(int index, Proposal proposal) {
    Candidate.Builder candidate =
        Candidate.newBuilder().setProductIndex(index).setScore(proposal.score());
    for (Evidence evidence : proposal.evidence()) {
      candidate.addEvidenceIndices(sources.place(evidence)).addEvidenceWeights(evidence.weight());
    }
    return candidate.build();
  }

  private EvidenceProduct speaking(int product) {
    return EvidenceProduct.newBuilder().setName(name(product)).setTitle(title(product)).build();
  }

  private String name(int product) {
    return namePrefix + answer.shelf().id(product);
  }

  private String title(int product) {
    return shelf.shown(product).map(ShownProduct::title).orElse("");
  }
}
