package io.shelfwise.gateway.recommend;

import io.shelfwise.gateway.rules.Scorer;
import io.shelfwise.recommendation.v1.Evidence;
import io.shelfwise.recommendation.v1.Habit;
import io.shelfwise.recommendation.v1.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words, for the customer to read, why a product is recommended. */
final class ReasonText {
  /** More than two of a kind are not read. */
  private static final int MOST_NAMED = 2;

  private ReasonText() {}

  /**
   * The reason in words.
   *
   * @param recommender the recommender that spoke
   * @param evidence what spoke for the product, strongest first
   * @param speaking how many products of a page or cart speak; 0: the customer's history does
   */
  static String of(String recommender, List<Evidence> evidence, int speaking) {
    return switch (recommender) {
      case "co-occurrence" ->
          titles(evidence)
              .map(with -> companions(speaking) + " " + with)
              .orElse("Often bought together");
      case "user-knn" -> neighbors(evidence, speaking);
      case "item-knn", "bm25", "rp3beta" ->
          titles(evidence)
              .map(with -> "Liked by those who like " + with)
              .orElse("Liked by those who like the same");
      case "matrix-factorization", "autoencoder" ->
          titles(evidence)
              .map(with -> "Goes with your taste for " + with)
              .orElse("Goes with your taste");
      case "content" ->
          terms(evidence)
              .or(() -> attributes(evidence))
              .map(words -> "Shares " + words + " with " + sharers(evidence, speaking))
              .or(() -> titles(evidence).map(with -> "Much like " + with))
              .orElse("Much alike");
      case "rules" -> rule(evidence).map(ReasonText::boughtWith).orElse("Often bought together");
      case "next-basket" ->
          habit(evidence)
              .map(ReasonText::boughtBefore)
              .or(() -> customers(evidence).map(ReasonText::boughtByAlike))
              .orElse("Customers who buy what you buy also buy this");
      case "buy-again" -> habit(evidence).map(ReasonText::due).orElse("You bought this before");
      case "session" ->
          titles(evidence)
              .map(after -> "Others who looked at " + after + " came by this")
              .orElse("Others came by this in a visit like this one");
      case "popular" -> customers(evidence).map(ReasonText::boughtBy).orElse("Bought by many");
      case "trending" -> "Bought more and more lately";
      case "new" -> "New in the shop";
      case "recently-viewed" -> "You looked at this lately";
      default -> "Recommended by " + recommender;
    };
  }

  /**
   * The reason of a scorer in words; what a product leaves to the shop is no customer's business.
   *
   * @param category the widest of the product's categories
   */
  static String of(Scorer scorer, String category) {
    return switch (scorer) {
      case MARGIN -> "A choice of the shop";
      case DISCOVERY -> "Something new for you: " + category;
    };
  }

  /**
   * What is said of a product that stands at a place that is kept for exploration.
   *
   * @param buyers how many customers have bought it
   */
  static String ofUntried(long buyers) {
    return buyers == 0 ? "Be the first to buy this" : "A find: hardly anybody has bought this yet";
  }

  /** What is in a history need not have been bought; a look says something too. */
  private static String companions(int speaking) {
    return speaking == 0 ? "Often bought by customers interested in" : "Often bought together with";
  }

  /** Where products speak and no neighbour does, it is the customer's own purchases that do. */
  private static String neighbors(List<Evidence> evidence, int speaking) {
    String who = speaking == 0 ? "what you bought" : "these products";
    Optional<Long> count = customers(evidence);
    return count.isEmpty() && evidence.stream().anyMatch(one -> !one.getProduct().isEmpty())
        ? "You bought this before"
        : "Customers who bought "
            + who
            + " also bought this"
            + count.map(many -> " (" + many + " of them)").orElse("");
  }

  /** Words are shared with all that speaks; which product brought which word is not known. */
  private static String sharers(List<Evidence> evidence, int speaking) {
    return switch (speaking) {
      case 0 -> "what you liked";
      case 1 -> titles(evidence).orElse("this product");
      default -> "these products";
    };
  }

  private static String boughtBy(long customers) {
    return customers == 1 ? "Bought by 1 customer" : "Bought by " + customers + " customers";
  }

  private static String boughtByAlike(long customers) {
    return customers == 1
        ? "1 customer who buys what you buy also buys this"
        : customers + " customers who buy what you buy also buy this";
  }

  private static String boughtWith(Rule rule) {
    return listed(rule.getTitlesList().stream(), " and ")
        .map(
            with ->
                Math.round(100 * rule.getConfidence())
                    + " % of the orders with "
                    + with
                    + " have this too")
        .orElse("Often bought together");
  }

  private static String boughtBefore(Habit habit) {
    return habit.getOrderCount() == 1
        ? "You bought this before"
        : "You bought this " + habit.getOrderCount() + " times";
  }

  /** Says when it was bought, where that says that it is due. */
  private static String due(Habit habit) {
    String last = ago(habit.getDaysSince());
    return habit.getOrderCount() == 1
        ? "You bought this " + last
        : "You buy this about every " + interval(habit.getIntervalDays()) + ", and last " + last;
  }

  private static String interval(double days) {
    long whole = Math.round(days);
    return whole <= 1 ? "day" : whole + " days";
  }

  private static String ago(double days) {
    long whole = Math.round(days);
    return switch ((int) Math.min(2, whole)) {
      case 0 -> "today";
      case 1 -> "a day ago";
      default -> whole + " days ago";
    };
  }

  private static Optional<Rule> rule(List<Evidence> evidence) {
    return evidence.stream().filter(Evidence::hasRule).map(Evidence::getRule).findFirst();
  }

  private static Optional<Habit> habit(List<Evidence> evidence) {
    return evidence.stream().filter(Evidence::hasHabit).map(Evidence::getHabit).findFirst();
  }

  private static Optional<String> attributes(List<Evidence> evidence) {
    return listed(
        evidence.stream()
            .filter(Evidence::hasAttribute)
            .map(Evidence::getAttribute)
            .map(shared -> shared.getName() + " “" + shared.getValue() + "”"),
        ", ");
  }

  private static Optional<String> titles(List<Evidence> evidence) {
    return listed(evidence.stream().map(Evidence::getTitle), " and ");
  }

  private static Optional<String> terms(List<Evidence> evidence) {
    return listed(
        evidence.stream()
            .map(Evidence::getTerm)
            .filter(term -> !term.isEmpty())
            .map(term -> "“" + term + "”"),
        ", ");
  }

  private static Optional<String> listed(Stream<String> words, String separator) {
    String list =
        words
            .filter(word -> !word.isEmpty())
            .limit(MOST_NAMED)
            .collect(Collectors.joining(separator));
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static Optional<Long> customers(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::getCustomerCount).filter(count -> count > 0).findFirst();
  }
}
