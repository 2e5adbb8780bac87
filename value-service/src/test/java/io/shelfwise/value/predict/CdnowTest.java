package io.shelfwise.value.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.judge.Tracking;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The data set that the models were published with: 2,357 customers of a record shop, watched for
 * 39 weeks, with the 39 weeks after. Here it goes through the service's own history, in days;
 * published figures are in weeks.
 */
@Tag("real-data")
class CdnowTest {
  private static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
  private static final LocalDate END = LocalDate.of(1998, 6, 30);
  private static final ValueTrainer TRAINER =
      new ValueTrainer(
          List.of(PurchaseModelKind.BG_NBD, PurchaseModelKind.MBG_NBD),
          RegressionTrials.NONE,
          100,
          50,
          273,
          InstantSource.system());

  /**
   * Time in days makes α seven times as much, and each of the 2,457 repeat purchases' densities a
   * seventh.
   */
  @Test
  void findsThePublishedModels() throws IOException {
    ValueModels models = fit(CALIBRATION_END);

    assertThat(models.provenance().customers()).isEqualTo(2_357);
    assertThat(models.provenance().repeaters()).isEqualTo(946);
    PurchaseModel bgNbd = models.fitted().getFirst();
    var purchases = bgNbd.estimates();
    assertThat(purchases.value("r")).isCloseTo(0.24259453, within(1e-6));
    assertThat(purchases.value("alpha") / 7).isCloseTo(4.413602, within(1e-5));
    assertThat(purchases.value("a")).isCloseTo(0.79292197, within(1e-5));
    assertThat(purchases.value("b")).isCloseTo(2.4259066, within(1e-4));
    assertThat(bgNbd.logLikelihood() + 2_457 * Math.log(7)).isCloseTo(-9582.429207, within(1e-6));
    var spend = models.spend().parameters();
    assertThat(spend.p()).isCloseTo(6.2495709, within(1e-4));
    assertThat(spend.q()).isCloseTo(3.7442251, within(1e-4));
    assertThat(spend.gamma()).isCloseTo(15.443527, within(1e-3));
    assertThat(models.spend().logLikelihood()).isCloseTo(-4055.917695, within(1e-6));
  }

  @Test
  void errsByAsMuchAsIsKnownOnTheWeeksAfter() throws IOException {
    ValueModels models = fit(END);

    Judgements judgements = models.judgements().orElseThrow();
    Accuracy bgNbd = named("bg-nbd", judgements.purchases());
    assertThat(bgNbd.customers()).isEqualTo(2_357);
    assertThat(bgNbd.actual()).isEqualTo(1_882);
    assertThat(bgNbd.expected()).isCloseTo(1653.41, within(0.01));
    assertThat(bgNbd.mae()).isCloseTo(0.78545, within(1e-5));
    assertThat(bgNbd.rmse()).isCloseTo(1.60798, within(1e-5));
    assertThat(bgNbd.bias().orElseThrow()).isCloseTo(-0.1215, within(5e-5));
    assertThat(bgNbd.msle()).isCloseTo(0.23427, within(1e-5));
    Accuracy mbgNbd = named("mbg-nbd", judgements.purchases());
    assertThat(mbgNbd.rmse()).isCloseTo(1.60718, within(1e-5));
    assertThat(models.purchases().kind()).isEqualTo(PurchaseModelKind.MBG_NBD);
    Accuracy spend = named("bg-nbd+gamma-gamma", judgements.values());
    assertThat(spend.actual()).isCloseTo(70_976.39, within(0.01));
    // The table's spend model was fitted to means rounded to two decimals.
    assertThat(spend.expected()).isCloseTo(59_932.6, within(1.5));
    assertThat(spend.mae()).isCloseTo(30.41, within(0.01));
    assertThat(spend.rmse()).isCloseTo(72.30, within(0.01));
    assertThat(judgements.tracking().periods()).hasSize(78);
    Tracking.Period last = judgements.tracking().periods().getLast();
    assertThat(last.actualSoFar()).isEqualTo(4_339);
    assertThat(last.expectedSoFar()).isCloseTo(4_054.62, within(0.01));
  }

  private static Accuracy named(String model, List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.model().equals(model))
        .findFirst()
        .orElseThrow()
        .accuracy();
  }

  private static ValueModels fit(LocalDate until) throws IOException {
    List<CustomerEvent> events = new ArrayList<>();
    Path file = Path.of(System.getProperty("shelfwise.data"), "cdnow", "CDNOW_sample.txt");
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.strip().split("\\s+", -1);
      LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
      if (!day.isAfter(until)) {
        long micros = new BigDecimal(fields[4]).movePointRight(6).longValueExact();
        events.add(new CustomerEvent.Order("cdnow", fields[1], millis(day), "USD", micros, 1));
      }
    }
    events.add(new CustomerEvent.Sign("cdnow", "end", millis(until)));
    Histories histories = new Histories();
    histories.apply(new LogPart(events, "end", true));
    return TRAINER.fit(histories.store("cdnow").orElseThrow(), "end");
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
