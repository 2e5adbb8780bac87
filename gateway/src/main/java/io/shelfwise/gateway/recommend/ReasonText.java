package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.gateway.rules.Scorer;
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
              .map(with -> "Often bought together with " + with)
              .orElse("Often bought together");
      case "user-knn" ->
          (speaking == 0
                  ? "Customers who bought what you bought also bought this"
                  : "Customers who bought these products also bought this")
              + customers(evidence).map(count -> " (" + count + " of them)").orElse("");
      case "content" ->
          terms(evidence)
              .map(words -> "Shares " + words + " with " + sharers(evidence, speaking))
              .or(() -> titles(evidence).map(with -> "Much like " + with))
              .orElse("Much alike");
      case "popular" -> customers(evidence).map(ReasonText::boughtBy).orElse("Bought by many");
      case "trending" -> "Bought more and more lately";
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

  private static Optional<String> titles(List<Evidence> evidence) {
    return listed(evidence.stream().filter(Evidence::hasProduct).map(Evidence::getTitle), " and ");
  }

  private static Optional<String> terms(List<Evidence> evidence) {
    return listed(
        evidence.stream().filter(Evidence::hasTerm).map(term -> "“" + term.getTerm() + "”"), ", ");
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
    return evidence.stream()
        .filter(Evidence::hasCustomerCount)
        .map(Evidence::getCustomerCount)
        .findFirst();
  }
}
