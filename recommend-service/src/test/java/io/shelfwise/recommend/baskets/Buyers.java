package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import java.util.List;

/** A store of which a test tells who bought what on which day. */
final class Buyers {
  private static final int DAY = 24 * 60;

  private final StoreInteractions store =
      new StoreInteractions(new StoreInteractions.Reach(100, 100));

  Buyers buys(String customer, int day, String... products) {
    for (String product : products) {
      store.add(new Interaction(customer, product, Kind.PURCHASE, day * DAY, 1));
    }
    return this;
  }

  Buyers rates(String customer, int day, String product, int stars) {
    store.add(new Interaction(customer, product, Kind.RATING, day * DAY, stars));
    return this;
  }

  TrainingData data() {
    return store.trainingData(InterestWeights.USUAL, 0.3, 30);
  }

  List<Proposal> ask(Recommender recommender, String customer) {
    Query query =
        Query.of(
            store.taste(customer, InterestWeights.USUAL),
            store.trail(customer),
            customer,
            true,
            product -> true,
            store.now());
    return recommender.propose(query, 10, new Scratch());
  }

  int number(String product) {
    return store.products().find(product);
  }

  String id(Proposal proposal) {
    return store.products().id(proposal.product());
  }
}
