package io.shelfwise.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.shelfwise.rpc.Launch;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.OnlineRetail;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.lifecycle.Lifecycle;
import io.shelfwise.value.lifecycle.LifecycleRule;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.lifecycle.StageChanges;
import io.shelfwise.value.lifecycle.StoreRhythm;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.risk.Measure;
import io.shelfwise.value.risk.ReviewList;
import io.shelfwise.value.segment.Levels;
import io.shelfwise.value.segment.LoyaltyRule;
import io.shelfwise.value.segment.Rfm;
import io.shelfwise.value.segment.RfmSegment;
import io.shelfwise.value.segment.RfmTable;
import io.shelfwise.value.segment.Scales;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the default settings part the customers of a real shop. It prints the tables of docs/models,
 * and holds what a marketer would expect of them.
 */
@Tag("real-data")
class OnlineRetailPortraitTest {
  private static final int QUARTER = 92;

  @TempDir private static Path directory;
  private static FakeLog log;
  private static ApplicationContext context;
  private static StoreHistory store;
  private static List<CustomerHistory> buyers;
  private static int now;

  @BeforeAll
  static void readTheFile() throws IOException {
    store = OnlineRetail.store();
    buyers = store.customers().stream().filter(CustomerHistory::hasBought).toList();
    now = store.totals().asOfDay();
    log = new FakeLog();
    context =
        Launch.start(
            List.of("value-service"),
            Map.of(
                "shelfwise.value.listen",
                "in-process:value-" + UUID.randomUUID(),
                "shelfwise.value.profile-target",
                log.target,
                "shelfwise.value.data-directory",
                directory.toString(),
                "shelfwise.value.drain",
                "0s",
                "shelfwise.access.required",
                "false",
                "micronaut.server.port",
                "-1"));
  }

  @AfterAll
  static void stop() {
    context.close();
    log.close();
  }

  @Test
  void hasFewChampionsWhoBringMostOfIt() {
    Rfm rfm = Scales.of(store, RfmTable.QUINTILES).rfm();

    Map<String, List<CustomerHistory>> groups =
        groups("RFM", buyer -> rfm.segment(rfm.scores(buyer)).id());

    assertThat(groups).hasSize(RfmSegment.values().length);
    assertThat(size(groups, "champions")).isLessThan(buyers.size() / 5);
    assertThat(share(groups, "champions")).isGreaterThan(0.5);
    assertThat(share(groups, "lost")).isLessThan(0.05);
    Rfm quartiles = Scales.of(store, RfmTable.QUARTILES).rfm();
    assertThat(groups("RFM by quartiles", buyer -> quartiles.segment(quartiles.scores(buyer)).id()))
        .hasSize(RfmSegment.values().length);
  }

  @Test
  void hasFewerCustomersTheHigherTheLevel() {
    Levels levels =
        new Levels(
            context.getBeansOfType(LevelSettings.class).stream()
                .map(LevelSettings::level)
                .toList());

    Map<String, List<CustomerHistory>> groups =
        groups("levels", buyer -> levels.level(buyer).name());

    assertThat(size(groups, "diamond"))
        .isLessThan(size(groups, "platinum"))
        .isLessThan(buyers.size() / 20);
    assertThat(size(groups, "platinum")).isLessThan(size(groups, "gold"));
    assertThat(size(groups, "gold")).isLessThan(size(groups, "silver"));
  }

  @Test
  void hasLoyalCustomersWhoSpendMore() {
    LoyaltyRule rule = context.getBean(LoyaltySettings.class).rule();
    Scales scales = Scales.of(store, RfmTable.QUINTILES);
    long asOf = store.totals().asOfMillis();

    Map<String, List<CustomerHistory>> groups =
        groups(
            "loyalty",
            buyer -> rule.loyalty(buyer, scales.marks(), asOf).loyal() ? "loyal" : "not-loyal");

    assertThat(size(groups, "loyal")).isLessThan(size(groups, "not-loyal"));
    assertThat(share(groups, "loyal")).isGreaterThan(0.8);
  }

  /** The stage of a quarter ago tells who came back in the quarter, with a model and without. */
  @Test
  void seesMoreComeBackOfThoseWhoKeepTheirRhythm() {
    for (Optional<PurchaseModelKind> kind :
        List.of(Optional.<PurchaseModelKind>empty(), Optional.of(PurchaseModelKind.MBG_NBD))) {
      Lifecycle before = lifecycle(kind, now - QUARTER);
      Map<Stage, Double> cameBack = new TreeMap<>();
      buyers.stream()
          .filter(buyer -> buyer.purchaseDaysUntil(now - QUARTER) > 0)
          .collect(Collectors.groupingBy(buyer -> before.standing(buyer, now - QUARTER).stage()))
          .forEach(
              (stage, members) ->
                  cameBack.put(
                      stage,
                      members.stream()
                          .mapToInt(
                              buyer ->
                                  buyer.purchaseDaysUntil(now)
                                          > buyer.purchaseDaysUntil(now - QUARTER)
                                      ? 1
                                      : 0)
                          .average()
                          .orElse(0)));
      System.out.println("came back within " + QUARTER + " days, " + kind + ": " + cameBack);
      Lifecycle today = lifecycle(kind, now);
      groups("stages " + kind, buyer -> today.standing(buyer, now).stage().id());
      System.out.println(
          "changes of 30 days: "
              + StageChanges.of(store, today, now - 29, now, _ -> true, 100_000).stream()
                  .collect(
                      Collectors.groupingBy(
                          entry -> entry.change().to(), TreeMap::new, Collectors.counting())));

      assertThat(cameBack.get(Stage.RETENTION)).isGreaterThan(cameBack.get(Stage.GROWTH));
      assertThat(cameBack.get(Stage.GROWTH)).isGreaterThan(cameBack.get(Stage.AT_RISK));
      assertThat(cameBack.get(Stage.ACQUISITION)).isGreaterThan(cameBack.get(Stage.CHURNED));
    }
  }

  private static Lifecycle lifecycle(Optional<PurchaseModelKind> kind, int day) {
    LifecycleRule rule = context.getBean(LifecycleSettings.class).rule();
    Optional<PurchaseModel> model =
        kind.map(
            fitted ->
                fitted.fit(
                    PurchaseSample.of(
                        buyers.stream()
                            .flatMap(buyer -> RepeatPurchases.of(buyer, day).stream()))));
    return new Lifecycle(rule, StoreRhythm.of(store), model);
  }

  /** Customer 16446 ordered 80,995 pieces by mistake on the last day and cancelled it. */
  @Test
  void findsTheMistakeThatTheDataAreKnownFor() {
    ReviewList list = ReviewList.of(store, context.getBean(RiskSettings.class).rule());

    System.out.println(
        "anomalies of "
            + list.worstFirst().stream().map(ReviewList.Entry::customer).distinct().count()
            + " customers: "
            + list.worstFirst().stream()
                .collect(
                    Collectors.groupingBy(
                        entry ->
                            entry.anomaly().measure().id() + " " + entry.anomaly().method().id(),
                        TreeMap::new,
                        Collectors.counting())));
    list.worstFirst().stream().limit(20).forEach(System.out::println);
    assertThat(list.worstFirst().stream().limit(3).map(ReviewList.Entry::customer))
        .contains("16446");
    assertThat(
            list.worstFirst().stream()
                .filter(entry -> entry.anomaly().measure() == Measure.RETURNS)
                .findFirst()
                .orElseThrow()
                .customer())
        .isEqualTo("16446");
    assertThat(list.worstFirst().size()).isLessThan(buyers.size() / 20);
  }

  private static Map<String, List<CustomerHistory>> groups(
      String title, Function<CustomerHistory, String> group) {
    Map<String, List<CustomerHistory>> groups =
        buyers.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    System.out.println(title);
    groups.forEach(
        (name, members) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f | %.0f |%n",
                name,
                members.size(),
                100 * share(groups, name),
                members.stream().mapToInt(CustomerHistory::orders).average().orElse(0),
                members.stream()
                    .mapToInt(buyer -> now - CustomerHistory.dayOf(buyer.lastOrderMillis()))
                    .average()
                    .orElse(0)));
    return groups;
  }

  private static int size(Map<String, List<CustomerHistory>> groups, String name) {
    return groups.getOrDefault(name, List.of()).size();
  }

  /** The share of all revenue less returns. */
  private static double share(Map<String, List<CustomerHistory>> groups, String name) {
    return net(groups.getOrDefault(name, List.of())) / net(buyers);
  }

  private static double net(List<CustomerHistory> members) {
    return members.stream().mapToDouble(CustomerHistory::netMicros).sum();
  }
}
