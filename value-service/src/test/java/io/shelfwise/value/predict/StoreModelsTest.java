package io.shelfwise.value.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.purchases.PurchaseModelKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreModelsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long DAY = 86_400_000;
  private static final long START = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
  private static final Instant CLOCK = Instant.parse("2026-01-01T00:00:00Z");

  private final Histories histories = new Histories();
  private final AtomicInteger fits = new AtomicInteger();
  private final CountDownLatch hasBegun = new CountDownLatch(1);
  private final CountDownLatch mayFit = new CountDownLatch(1);
  private final StoreModels models =
      new StoreModels(
          histories,
          new ValueTrainer(
              List.of(PurchaseModelKind.BG_NBD, PurchaseModelKind.MBG_NBD),
              RegressionTrials.NONE,
              100,
              50,
              90,
              clock()),
          new RefitRule(Duration.ofHours(1), 1.5, Duration.ZERO),
          1,
          _ -> fits.incrementAndGet());

  /** A clock that is read once for each fit, and holds it up until it may go on. */
  private InstantSource clock() {
    return () -> {
      hasBegun.countDown();
      try {
        assertThat(mayFit.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return CLOCK;
    };
  }

  @AfterEach
  void close() {
    models.close();
  }

  @Test
  void fitsOnceMoreForAllWhoAskWhileAFitRuns() throws Exception {
    fill(300);
    StoreHistory store = histories.store("demo").orElseThrow();
    assertThatThrownBy(() -> models.fit(store, Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
    assertThat(hasBegun.await(20, TimeUnit.SECONDS)).isTrue();
    histories.apply(part(order("newcomer", 359, 5)));
    List<FutureTask<FitOutcome>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(waiting(store));
    }
    assertThat(models.of("demo")).isEmpty();
    mayFit.countDown();

    for (FutureTask<FitOutcome> answer : answers) {
      assertThat(fitted(answer.get()).provenance().customers()).isEqualTo(301);
      assertThat(answer.get()).isEqualTo(new FitOutcome.Fitted(models.of("demo").orElseThrow()));
    }
    assertThat(fits).hasValue(2);
    assertThat(models.of("demo").orElseThrow().provenance().fitMillis())
        .isEqualTo(CLOCK.toEpochMilli());
  }

  @Test
  void keepsTheOldModelsWhenNoNewOnesCanBe() throws Exception {
    mayFit.countDown();
    fill(300);
    StoreHistory store = histories.store("demo").orElseThrow();
    FitOutcome first = models.fit(store, PATIENCE);
    Histories smaller = new Histories();
    smaller.apply(part(order("ann", 0, 5)));

    FitOutcome second = models.fit(smaller.store("demo").orElseThrow(), PATIENCE);

    assertThat(second)
        .isEqualTo(new FitOutcome.Refused("too few customers have bought: 1 (needed: 100)"));
    assertThat(first).isEqualTo(new FitOutcome.Fitted(models.of("demo").orElseThrow()));
  }

  @Test
  void refitsWhereItIsTime() throws Exception {
    mayFit.countDown();
    fill(300);
    models.refitWhereDue();
    FitOutcome first = models.fit(histories.store("demo").orElseThrow(), PATIENCE);
    int fitted = fits.get();

    models.refitWhereDue();
    assertThat(fits).hasValue(fitted);
    assertThat(first).isEqualTo(new FitOutcome.Fitted(models.of("demo").orElseThrow()));
    long orders = histories.store("demo").orElseThrow().totals().orders();
    for (long i = 0; i < orders; i++) {
      histories.apply(part(order("ann", i % 300, 5)));
    }
    models.refitWhereDue();
    assertThat(models.fit(histories.store("demo").orElseThrow(), PATIENCE)).isNotEqualTo(first);
  }

  @Test
  void doesNotTryAFitAgainThatFailedAndWouldFailAgain() {
    fill(300);
    StoreHistory store = histories.store("demo").orElseThrow();
    AtomicInteger tries = new AtomicInteger();
    InstantSource broken =
        () -> {
          tries.incrementAndGet();
          throw new IllegalStateException("the clock stands still");
        };
    try (StoreModels failing =
        new StoreModels(
            histories,
            new ValueTrainer(
                List.of(PurchaseModelKind.BG_NBD), RegressionTrials.NONE, 100, 50, 90, broken),
            new RefitRule(Duration.ofNanos(1), 1.5, Duration.ZERO),
            1,
            _ -> {})) {
      assertThatThrownBy(() -> failing.fit(store, PATIENCE))
          .hasMessageContaining("the fit of store demo failed");

      failing.refitWhereDue();

      assertThat(failing.reasonForNone("demo")).isEqualTo("the last fit failed");
      // Fits of a store come one after the other: had there been one in between, it would count.
      assertThatThrownBy(() -> failing.fit(store, PATIENCE)).isInstanceOf(RuntimeException.class);
      assertThat(tries).hasValue(2);
    }
  }

  @Test
  void readsModelsAsTheyWereWritten() throws Exception {
    mayFit.countDown();
    fill(300);
    var _ = models.fit(histories.store("demo").orElseThrow(), PATIENCE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFormat.write(models.all(), new DataOutputStream(bytes));

    Map<String, ValueModels> read = read(bytes.toByteArray());

    assertThat(read).isEqualTo(models.all());
    assertThat(read.get("demo")).isNotNull();
  }

  /** What the holdout says is what a fit of the shorter log says of the days after. */
  @Test
  void judgesOnDaysThatTheFitHasNotSeen() throws Exception {
    mayFit.countDown();
    fill(300);
    Judgements judgements =
        fitted(models.fit(histories.store("demo").orElseThrow(), PATIENCE))
            .judgements()
            .orElseThrow();
    Accuracy best = judgements.purchases().getFirst().accuracy();

    StoreHistory store = histories.store("demo").orElseThrow();
    int end = store.totals().asOfDay();
    double actual =
        store.customers().stream()
            .filter(history -> history.purchaseDaysUntil(end - 90) > 0)
            .mapToInt(h -> h.purchaseDaysUntil(end) - h.purchaseDaysUntil(end - 90))
            .sum();
    assertThat(judgements.days()).isEqualTo(90);
    assertThat(best.actual()).isEqualTo(actual);
    assertThat(best.expected()).isCloseTo(actual, within(0.25 * actual));
    assertThat(best.rmse()).isGreaterThanOrEqualTo(best.mae());
  }

  private static ValueModels fitted(FitOutcome outcome) {
    return switch (outcome) {
      case FitOutcome.Fitted(var models) -> models;
      case FitOutcome.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private static Map<String, ValueModels> read(byte[] bytes) throws IOException {
    return ModelFormat.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /**
   * Customers who come back after gaps of their own through a year, with spends of their own, and
   * leave with a chance of 1/7.
   */
  private void fill(int customers) {
    Random random = new Random(11);
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double day = 100 * random.nextDouble();
      double gap = 5 + 40 * random.nextDouble();
      long mean = random.nextLong(10, 100);
      do {
        events.add(order("customer-" + i, (long) day, (long) (mean * (0.5 + random.nextDouble()))));
        day += 1 - gap * Math.log1p(-random.nextDouble());
      } while (day < 360 && random.nextDouble() > 1.0 / 7);
    }
    events.add(new CustomerEvent.Sign("demo", "end", START + 360 * DAY));
    histories.apply(new LogPart(events, "end", true));
  }

  private static LogPart part(CustomerEvent event) {
    return new LogPart(List.of(event), "more", true);
  }

  private static CustomerEvent order(String customer, long day, long pounds) {
    return new CustomerEvent.Order(
        "demo", customer, START + day * DAY, "GBP", pounds * 1_000_000, 1);
  }

  @Test
  void aStoreThatIsReadAnewGetsItsOwnFitAndWhoWaitedForTheOldOneIsTold() throws Exception {
    fill(300);
    StoreHistory lost = histories.store("demo").orElseThrow();
    assertThatThrownBy(() -> models.fit(lost, Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
    assertThat(hasBegun.await(20, TimeUnit.SECONDS)).isTrue();
    FutureTask<FitOutcome> waiting = waiting(lost);

    histories.startOver();
    models.startOver();
    fill(200);
    FutureTask<FitOutcome> anew = waiting(histories.store("demo").orElseThrow());
    mayFit.countDown();

    assertThat(waiting.get(20, TimeUnit.SECONDS))
        .isEqualTo(new FitOutcome.Refused("the store was read anew while its fit was waited for"));
    assertThat(fitted(anew.get(20, TimeUnit.SECONDS)).provenance().customers()).isEqualTo(200);
    assertThat(models.of("demo").orElseThrow().provenance().customers()).isEqualTo(200);
  }

  /** Asks for a fit, and comes back when the answer is waited for. */
  private FutureTask<FitOutcome> waiting(StoreHistory store) throws InterruptedException {
    FutureTask<FitOutcome> answer = new FutureTask<>(() -> models.fit(store, PATIENCE));
    Thread caller = Thread.ofPlatform().daemon().start(answer);
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      assertThat(answer.isDone()).isFalse();
      Thread.sleep(1);
    }
    return answer;
  }
}
