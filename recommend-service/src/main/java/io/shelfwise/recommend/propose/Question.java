package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.List;

/**
 * For whom, and around what, to propose; ids, not names.
 *
 * @param store the store
 * @param customer the customer; empty when it is no one in particular
 * @param products the products that speak instead of the customer's history; empty: the history
 *     speaks
 * @param recommenders whom to ask
 * @param count how many each proposes at most
 * @param excluded what not to propose
 * @param excludePurchased whether what the customer has bought is left out
 * @param filter which products may be proposed at all
 */
public record Question(
    String store,
    String customer,
    List<String> products,
    List<RecommenderName> recommenders,
    int count,
    List<String> excluded,
    boolean excludePurchased,
    Filter filter) {
  public Question {
    products = List.copyOf(products);
    recommenders = List.copyOf(recommenders);
    excluded = List.copyOf(excluded);
  }
}
