package io.shelfwise.recommend.endpoint;

import io.shelfwise.candidate.v1.Attribute;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.Habit;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.candidate.v1.Rule;
import io.shelfwise.recommend.model.Evidence.FromAttribute;
import io.shelfwise.recommend.model.Evidence.FromCustomers;
import io.shelfwise.recommend.model.Evidence.FromHabit;
import io.shelfwise.recommend.model.Evidence.FromProduct;
import io.shelfwise.recommend.model.Evidence.FromRule;
import io.shelfwise.recommend.model.Evidence.FromTerm;
import io.shelfwise.recommend.model.Evidence.Rest;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.function.IntFunction;

/**
 * What speaks for the candidates of an answer: each is told once, and then by its place. Most of an
 * answer would be evidence otherwise, for the same few products and words speak again and again.
 */
final class EvidenceSources {
  private static final Evidence REST = Evidence.newBuilder().setRest(true).build();

  private final ProposeCandidatesResponse.Builder message;
  private final IntFunction<EvidenceProduct> named;
  private final Int2IntOpenHashMap products = new Int2IntOpenHashMap();
  private final Object2IntOpenHashMap<Evidence> others = new Object2IntOpenHashMap<>();

  /**
   * Sources that are told in this message.
   *
   * @param named the product of a number
   */
  EvidenceSources(ProposeCandidatesResponse.Builder message, IntFunction<EvidenceProduct> named) {
    this.message = message;
    this.named = named;
  }

  /** The place of what speaks, from 0. */
  int place(io.shelfwise.recommend.model.Evidence evidence) {
    return switch (evidence) {
      case FromProduct from -> product(from.product());
      case FromTerm from -> place(Evidence.newBuilder().setTerm(from.term()).build());
      case FromCustomers from ->
          place(Evidence.newBuilder().setCustomerCount(from.count()).build());
      case FromAttribute from -> place(Evidence.newBuilder().setAttribute(attribute(from)).build());
      case FromRule from -> place(Evidence.newBuilder().setRule(rule(from)).build());
      case FromHabit from -> place(Evidence.newBuilder().setHabit(habit(from)).build());
      case Rest _ -> place(REST);
    };
  }

  /** Products speak most, and are known by their numbers without being written. */
  private int product(int number) {
    return products.computeIfAbsent(
        number, _ -> tell(Evidence.newBuilder().setProduct(named.apply(number)).build()));
  }

  private int place(Evidence source) {
    return others.computeIfAbsent(source, this::tell);
  }

  private int tell(Evidence source) {
    message.addEvidence(source);
    return message.getEvidenceCount() - 1;
  }

  private static Attribute attribute(FromAttribute from) {
    return Attribute.newBuilder().setName(from.name()).setValue(from.value()).build();
  }

  private Rule rule(FromRule from) {
    Rule.Builder rule =
        Rule.newBuilder()
            .setOrderCount(from.together())
            .setConfidence(from.confidence())
            .setLift(from.lift());
    from.products().forEach(product -> rule.addEvidenceIndices(product(product)));
    return rule.build();
  }

  private static Habit habit(FromHabit from) {
    return Habit.newBuilder()
        .setOrderCount(from.orders())
        .setIntervalDays(from.intervalDays())
        .setDaysSince(from.sinceDays())
        .build();
  }
}
