package io.shelfwise.recommend.endpoint;

import com.google.type.Money;
import io.shelfwise.candidate.v1.Attribute;
import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.Habit;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.candidate.v1.Rule;
import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.model.Evidence.FromAttribute;
import io.shelfwise.recommend.model.Evidence.FromCustomers;
import io.shelfwise.recommend.model.Evidence.FromHabit;
import io.shelfwise.recommend.model.Evidence.FromProduct;
import io.shelfwise.recommend.model.Evidence.FromRule;
import io.shelfwise.recommend.model.Evidence.FromTerm;
import io.shelfwise.recommend.model.Evidence.Rest;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.propose.Answer;
import io.shelfwise.recommend.propose.Categories.Category;
import io.shelfwise.recommend.store.Shelf;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.List;

/**
 * Writes an answer as the message that is sent: each product is told once, however many lists it is
 * in.
 */
final class CandidateReply {
  private static final long MICROS_A_UNIT = 1_000_000;
  private static final int NANOS_A_MICRO = 1000;
  private static final int NOT_TOLD = -1;

  private final Answer answer;
  private final boolean byIndex;
  private final ProposeCandidatesResponse.Builder message = ProposeCandidatesResponse.newBuilder();
  private final Shelf.View shelf;
  private final String namePrefix;
  private final Int2IntOpenHashMap told;
  private final Int2IntOpenHashMap spoken = new Int2IntOpenHashMap();
  private final Int2ObjectOpenHashMap<Named> named = new Int2ObjectOpenHashMap<>();

  /**
   * The message of an answer.
   *
   * @param byIndex whether evidence tells products by index
   */
  CandidateReply(Answer answer, boolean byIndex) {
    this.answer = answer;
    this.byIndex = byIndex;
    this.shelf = answer.shelf().now();
    this.namePrefix = Names.PRODUCT.format(answer.shelf().store(), "");
    this.told =
        new Int2IntOpenHashMap(answer.proposals().values().stream().mapToInt(List::size).sum());
    told.defaultReturnValue(NOT_TOLD);
    spoken.defaultReturnValue(NOT_TOLD);
  }

  /**
   * A product's name and title; the title is empty for a product that is not in the catalogue any
   * more.
   */
  private record Named(String name, String title) {}

  ProposeCandidatesResponse message() {
    answer.proposals().forEach(this::addList);
    answer.missing().forEach(name -> message.addMissing(name.text()));
    return message.build();
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
    message.addProducts(product(product, shown));
    told.put(product, index);
    return index;
  }

  private CandidateProduct product(int number, ShownProduct shown) {
    Category category = answer.categories().of(shown);
    CandidateProduct.Builder product =
        CandidateProduct.newBuilder()
            .setName(name(number))
            .setTitle(shown.title())
            .setCategory(category.name())
            .setCategoryPredicted(category.supposed())
            .setBrand(shown.brand())
            .setMargin(shown.margin())
            .setBuyerCount(answer.popularity().buyers(number));
    answer.familiarity().with(category.name()).ifPresent(product::setFamiliarity);
    if (!shown.priceCurrency().isEmpty()) {
      product.setPrice(
          Money.newBuilder()
              .setCurrencyCode(shown.priceCurrency())
              .setUnits(shown.priceMicros() / MICROS_A_UNIT)
              .setNanos((int) (shown.priceMicros() % MICROS_A_UNIT) * NANOS_A_MICRO));
    }
    return product.build();
  }

  private Candidate candidate(int index, Proposal proposal) {
    Candidate.Builder candidate =
        Candidate.newBuilder().setProductIndex(index).setScore(proposal.score());
    for (var evidence : proposal.evidence()) {
      candidate.addEvidence(evidence(evidence));
    }
    return candidate.build();
  }

  private Evidence evidence(io.shelfwise.recommend.model.Evidence evidence) {
    Evidence.Builder spoke = Evidence.newBuilder().setWeight(evidence.weight());
    switch (evidence) {
      case FromProduct from -> {
        if (byIndex) {
          spoke.setProductIndex(index(from.product()));
        } else {
          Named product = named(from.product());
          spoke.setProduct(product.name()).setTitle(product.title());
        }
      }
      case FromTerm from -> spoke.setTerm(from.term());
      case FromCustomers from -> spoke.setCustomerCount(from.count());
      case FromAttribute from ->
          spoke.setAttribute(Attribute.newBuilder().setName(from.name()).setValue(from.value()));
      case FromRule from -> spoke.setRule(rule(from));
      case FromHabit from ->
          spoke.setHabit(
              Habit.newBuilder()
                  .setOrderCount(from.orders())
                  .setIntervalDays(from.intervalDays())
                  .setDaysSince(from.sinceDays()));
      case Rest _ -> spoke.setRest(true);
    }
    return spoke.build();
  }

  private Rule rule(FromRule from) {
    Rule.Builder rule =
        Rule.newBuilder()
            .setOrderCount(from.together())
            .setConfidence(from.confidence())
            .setLift(from.lift());
    for (int product : from.products()) {
      if (byIndex) {
        rule.addProductIndices(index(product));
      } else {
        Named named = named(product);
        rule.addProducts(named.name()).addTitles(named.title());
      }
    }
    return rule.build();
  }

  /** The place of a product among those that evidence speaks of. */
  private int index(int product) {
    int known = spoken.get(product);
    if (known != NOT_TOLD) {
      return known;
    }
    int index = message.getEvidenceProductsCount();
    message.addEvidenceProducts(
        EvidenceProduct.newBuilder().setName(name(product)).setTitle(title(product)).build());
    spoken.put(product, index);
    return index;
  }

  private Named named(int product) {
    return named.computeIfAbsent(product, one -> new Named(name(one), title(one)));
  }

  private String name(int product) {
    return namePrefix + answer.shelf().id(product);
  }

  private String title(int product) {
    return shelf.shown(product).map(ShownProduct::title).orElse("");
  }
}
