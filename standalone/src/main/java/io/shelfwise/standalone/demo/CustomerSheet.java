package io.shelfwise.standalone.demo;

import com.google.protobuf.Timestamp;
import io.shelfwise.customer.v1.Activity;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.recommendation.v1.Reason;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.standalone.terminal.Amount;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.Lifecycle;
import io.shelfwise.value.v1.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a customer, on half a page: who it is and what it did, what it is worth, what to
 * show it next and why.
 *
 * @param customer who it is and what it did
 * @param value what it is worth
 * @param next what to show it
 */
record CustomerSheet(Customer customer, CustomerValue value, RecommendResponse next) {
  private static final int WIDEST_TITLE = 36;
  private static final int WIDEST_REASON = 72;
  private static final int MOST_ACTIONS = 2;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Customer " + id(customer.getName()) + person());
    lines.add("  " + activity());
    lines.add("");
    lines.add("Worth");
    lines.addAll(worth());
    lines.add("");
    lines.add("Show next");
    recommendations().lines().forEach(line -> lines.add("  " + line));
    if (next.getMissingCount() > 0) {
      lines.add("  without: " + String.join(", ", next.getMissingList()));
    }
    return lines;
  }

  private String person() {
    Person person = customer.getPerson();
    return Stream.of(person.getDisplayName(), person.getCity(), person.getCountry())
        .filter(text -> !text.isEmpty())
        .map(text -> " · " + text)
        .collect(Collectors.joining());
  }

  private String activity() {
    Activity activity = customer.getActivity();
    String counts =
        Stream.of(
                count(activity.getOrderCount(), "order", "orders"),
                count(activity.getReturnCount(), "return", "returns"),
                count(activity.getViewCount(), "view", "views"),
                count(activity.getSearchCount(), "search", "searches"),
                count(activity.getRatingCount(), "rating", "ratings"),
                count(activity.getSurveyAnswerCount(), "survey answer", "survey answers"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return "%s from %s to %s"
        .formatted(counts, date(activity.getFirstEventTime()), date(activity.getLastEventTime()));
  }

  private List<String> worth() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s in %s, %s each; %.3f %% of the shop's revenue; the last order %.0f days ago"
            .formatted(
                Amount.of(value.getRevenue()),
                count(value.getOrderCount(), "order", "orders"),
                Amount.of(value.getAverageOrderValue()),
                100 * value.getContributionRate(),
                value.getRecencyDays()));
    lines.add("  " + prediction());
    if (value.getTier() != Tier.TIER_UNSPECIFIED) {
      lines.add("  " + groups());
      lines.add("  %s: %s".formatted(stage(), value.getLifecycle().getReason()));
      value.getActionsList().stream()
          .limit(MOST_ACTIONS)
          .map(action -> "  → %s: %s".formatted(action.getAction(), action.getText()))
          .forEach(lines::add);
    }
    return lines;
  }

  private String groups() {
    return "%s tier, %s level, %s (recency %d, frequency %d, monetary %d of 5), loyalty %.2f"
        .formatted(
            value.getTier().name().substring("TIER_".length()).toLowerCase(Locale.ROOT),
            value.getLevel(),
            value.getRfm().getSegment(),
            value.getRfm().getRecency(),
            value.getRfm().getFrequency(),
            value.getRfm().getMonetary(),
            value.getLoyalty().getScore());
  }

  private String stage() {
    Lifecycle lifecycle = value.getLifecycle();
    return "%s since %s"
        .formatted(
            lifecycle
                .getStage()
                .name()
                .substring("STAGE_".length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-'),
            date(lifecycle.getSinceTime()));
  }

  private String prediction() {
    if (!value.getPredictionUnavailableReason().isEmpty()) {
      return "no prediction: " + value.getPredictionUnavailableReason();
    }
    return "active with probability %.2f; %.1f purchases (%d to %d) expected in %.0f days, worth %s today"
        .formatted(
            value.getActiveProbability(),
            value.getExpectedPurchases(),
            value.getPurchaseInterval().getLeast(),
            value.getPurchaseInterval().getMost(),
            value.getHorizonDays(),
            Amount.of(value.getLifetimeValue()));
  }

  private Table recommendations() {
    List<List<String>> rows = new ArrayList<>();
    for (Recommendation one : next.getRecommendationsList()) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              id(one.getProduct()),
              one.getTitle(),
              one.hasPrice() ? Amount.of(one.getPrice()).toString() : "",
              "%.3f".formatted(one.getScore()),
              why(one)));
    }
    return new Table(
        List.of(
            Table.Column.number("#"),
            Table.Column.text("product", WIDEST_TITLE),
            Table.Column.text("title", WIDEST_TITLE),
            Table.Column.number("price"),
            Table.Column.number("score"),
            Table.Column.text("why, above all", WIDEST_REASON)),
        rows);
  }

  /** A place that is kept for exploration is not held by its score: that is said first. */
  private static String why(Recommendation one) {
    return one.getExploration().isEmpty()
        ? one.getReasonsList().stream().findFirst().map(Reason::getText).orElse("")
        : one.getExploration();
  }

  private static String count(long count, String one, String many) {
    return count == 0 ? "" : "%,d %s".formatted(count, count == 1 ? one : many);
  }

  private static LocalDate date(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The last part of a resource's name. */
  static String id(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
