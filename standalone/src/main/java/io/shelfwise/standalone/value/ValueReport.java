package io.shelfwise.standalone.value;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.standalone.terminal.Amount;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.FittedModel;
import io.shelfwise.value.v1.GroupValue;
import io.shelfwise.value.v1.Judgement;
import io.shelfwise.value.v1.Parameter;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the customers of a store are worth, as tables for a person.
 *
 * @param summary all customers together, and by group
 * @param model the models; empty if there are none
 * @param most the most valuable customers, the first one first
 */
record ValueReport(ValueSummary summary, Optional<ValueModel> model, List<CustomerValue> most) {
  private static final int WIDEST = 28;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d customers, %,d orders and %,d returns until %s"
            .formatted(
                summary.getCustomerCount(),
                summary.getOrderCount(),
                summary.getReturnCount(),
                date(summary.getAsOfTime())));
    lines.add(outlook());
    addTable(lines, "all", List.of(summary.getBuyers()));
    byDimension().forEach((dimension, groups) -> addTable(lines, dimension, groups));
    model.ifPresent(fitted -> addModels(lines, fitted));
    if (!most.isEmpty()) {
      lines.add("");
      lines.addAll(mostValuable().lines());
    }
    return lines;
  }

  private String outlook() {
    return summary.getPredictionUnavailableReason().isEmpty()
        ? "expected of the next %.0f days; value is discounted by %.0f %% a year"
            .formatted(summary.getHorizonDays(), 100 * summary.getDiscountRate())
        : "nothing is expected: " + summary.getPredictionUnavailableReason();
  }

  /** The groups by what they are groups of, such as {@code tier}, in the order they came in. */
  private Map<String, List<GroupValue>> byDimension() {
    return summary.getGroupsList().stream()
        .collect(
            Collectors.groupingBy(
                group -> group.getSegment().split(":", 2)[0],
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static void addTable(List<String> lines, String dimension, List<GroupValue> groups) {
    lines.add("");
    lines.addAll(
        new Table(
                List.of(
                    Column.text(dimension, WIDEST),
                    Column.number("buyers"),
                    Column.number("revenue"),
                    Column.number("share"),
                    Column.number("each"),
                    Column.number("returned"),
                    Column.number("still active"),
                    Column.number("purchases to come"),
                    Column.number("lifetime value")),
                groups.stream().map(ValueReport::row).toList())
            .lines());
  }

  private static List<String> row(GroupValue group) {
    String[] segment = group.getSegment().split(":", 2);
    return List.of(
        segment.length == 2 ? segment[1] : "buyers",
        whole(group.getCustomerCount()),
        money(group.getRevenue()),
        percent(group.getContributionRate()),
        money(group.getRevenuePerCustomer()),
        money(group.getReturned()),
        whole(group.getExpectedActiveCustomers()),
        whole(group.getExpectedPurchases()),
        money(group.getLifetimeValue()));
  }

  private static void addModels(List<String> lines, ValueModel model) {
    lines.add("");
    lines.add(
        "models fitted to %,d customers, %,d of whom bought on more than one day, in %.1f s"
            .formatted(
                model.getCustomerCount(), model.getRepeatCustomerCount(), model.getFitSeconds()));
    model.getPurchaseModelsList().forEach(fitted -> lines.add("  " + parameters(fitted)));
    if (model.hasSpendModel()) {
      lines.add("  " + parameters(model.getSpendModel()));
    }
    model.getRefusalsMap().forEach((name, why) -> lines.add("  " + name + ": " + why));
    addJudgements(
        lines,
        "purchases of the holdout",
        model.getPurchaseJudgementsList(),
        model.getPurchaseModel());
    addJudgements(
        lines, "spend of the holdout", model.getValueJudgementsList(), model.getValueModel());
  }

  private static String parameters(FittedModel model) {
    return model.getModel()
        + model.getParametersList().stream()
            .map(ValueReport::parameter)
            .collect(Collectors.joining("  ", "  ", "  log-likelihood "))
        + String.format(Locale.ROOT, "%.2f", model.getLogLikelihood());
  }

  private static String parameter(Parameter parameter) {
    String value = String.format(Locale.ROOT, "%s %.4g", parameter.getName(), parameter.getValue());
    return parameter.hasStandardError()
        ? value + String.format(Locale.ROOT, " ± %.2g", parameter.getStandardError())
        : value;
  }

  private static void addJudgements(
      List<String> lines, String title, List<Judgement> judgements, String inForce) {
    if (judgements.isEmpty()) {
      return;
    }
    lines.add("");
    lines.addAll(
        new Table(
                List.of(
                    Column.text(title, WIDEST),
                    Column.number("came"),
                    Column.number("expected"),
                    Column.number("bias"),
                    Column.number("MAE"),
                    Column.number("RMSE"),
                    Column.number("MSLE"),
                    Column.number("Gini")),
                judgements.stream().map(judgement -> row(judgement, inForce)).toList())
            .lines());
  }

  private static List<String> row(Judgement judgement, String inForce) {
    String name = judgement.getModel();
    return List.of(
        name.equals(inForce) ? name + " ◀" : name,
        whole(judgement.getActual()),
        whole(judgement.getExpected()),
        String.format(Locale.ROOT, "%+.1f %%", 100 * judgement.getBias()),
        decimals(judgement.getMae()),
        decimals(judgement.getRmse()),
        decimals(judgement.getMsle()),
        decimals(judgement.getNormalizedGini()));
  }

  private Table mostValuable() {
    return new Table(
        List.of(
            Column.text("most valuable", WIDEST),
            Column.text("tier", WIDEST),
            Column.text("level", WIDEST),
            Column.text("RFM", WIDEST),
            Column.text("stage", WIDEST),
            Column.number("orders"),
            Column.number("revenue"),
            Column.number("active"),
            Column.number("to come"),
            Column.number("lifetime value")),
        most.stream().map(ValueReport::row).toList());
  }

  private static List<String> row(CustomerValue value) {
    return List.of(
        Words.customer(value),
        Words.of(value.getTier()),
        value.getLevel(),
        value.getRfm().getSegment(),
        Words.of(value.getLifecycle().getStage()),
        whole(value.getOrderCount()),
        money(value.getRevenue()),
        String.format(Locale.ROOT, "%.2f", value.getActiveProbability()),
        String.format(Locale.ROOT, "%.1f", value.getExpectedPurchases()),
        money(value.getLifetimeValue()));
  }

  private static String money(Money money) {
    return money.getCurrencyCode().isEmpty() ? "" : Amount.of(money).toString();
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }

  private static String decimals(double number) {
    return String.format(Locale.ROOT, "%,.4f", number);
  }

  private static LocalDate date(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds()).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
