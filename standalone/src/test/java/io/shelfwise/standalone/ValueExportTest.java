package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.shelfwise.value.v1.CountInterval;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.FittedModel;
import io.shelfwise.value.v1.GetValueModelRequest;
import io.shelfwise.value.v1.GetValueSummaryRequest;
import io.shelfwise.value.v1.GroupValue;
import io.shelfwise.value.v1.Judgement;
import io.shelfwise.value.v1.Lifecycle;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import io.shelfwise.value.v1.Parameter;
import io.shelfwise.value.v1.Stage;
import io.shelfwise.value.v1.Tier;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceImplBase;
import io.shelfwise.value.v1.ValueSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code value export} and {@code value report}, as they are typed, of a shop that is made up. */
class ValueExportTest {
  private static final CustomerValue ANN =
      value("ann")
          .setTier(Tier.TIER_HIGH)
          .setLevel("gold")
          .setLifecycle(Lifecycle.newBuilder().setStage(Stage.STAGE_AT_RISK))
          .setActiveProbability(0.25)
          .setExpectedPurchases(1.5)
          .setPurchaseInterval(CountInterval.newBuilder().setMost(4))
          .setLifetimeValue(euros(30, 500_000_000))
          .addSegments("tier:high")
          .addSegments("level:gold")
          .build();
  private static final CustomerValue BOB =
      value("bob \"the\" builder, Ltd").setPredictionUnavailableReason("too young").build();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeValues values = new FakeValues();
  private final String name = "values-" + System.nanoTime();
  private final Server server =
      InProcessServerBuilder.forName(name).directExecutor().addService(values).build();

  /** Answers each customer on a page of its own. */
  private static final class FakeValues extends ValueServiceImplBase {
    private final List<ListCustomerValuesRequest> asked = new ArrayList<>();
    private Optional<ValueModel> model = Optional.empty();

    @Override
    public void listCustomerValues(
        ListCustomerValuesRequest request, StreamObserver<ListCustomerValuesResponse> answer) {
      asked.add(request);
      boolean first = request.getPageToken().isEmpty();
      answer.onNext(
          ListCustomerValuesResponse.newBuilder()
              .addValues(first ? ANN : BOB)
              .setNextPageToken(first ? "bob" : "")
              .build());
      answer.onCompleted();
    }

    @Override
    public void getValueSummary(
        GetValueSummaryRequest request, StreamObserver<ValueSummary> answer) {
      answer.onNext(
          ValueSummary.newBuilder()
              .setName(request.getName())
              .setCustomerCount(3)
              .setOrderCount(7)
              .setHorizonDays(365)
              .setDiscountRate(0.1)
              .setBuyers(group(""))
              .addGroups(group("tier:high"))
              .addGroups(group("stage:at-risk"))
              .build());
      answer.onCompleted();
    }

    @Override
    public void getValueModel(GetValueModelRequest request, StreamObserver<ValueModel> answer) {
      if (model.isEmpty()) {
        answer.onError(Status.FAILED_PRECONDITION.asRuntimeException());
        return;
      }
      answer.onNext(model.get());
      answer.onCompleted();
    }
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void everyPageIsWritten() {
    assertThat(run("value", "export")).isZero();

    List<String> rows = out.toString().lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst()).startsWith("customer,currency,orders,revenue,");
    assertThat(cell(rows.get(0), rows.get(1), "customer")).isEqualTo("ann");
    assertThat(cell(rows.get(0), rows.get(1), "revenue")).isEqualTo("12.5");
    assertThat(cell(rows.get(0), rows.get(1), "stage")).isEqualTo("at-risk");
    assertThat(cell(rows.get(0), rows.get(1), "most_purchases")).isEqualTo("4");
    assertThat(cell(rows.get(0), rows.get(1), "lifetime_value")).isEqualTo("30.5");
    assertThat(cell(rows.get(0), rows.get(1), "endless_value")).isEmpty();
    assertThat(cell(rows.get(0), rows.get(1), "segments")).isEqualTo("tier:high level:gold");
    assertThat(rows.get(2)).startsWith("\"bob \"\"the\"\" builder, Ltd\",EUR,2,");
    assertThat(err.toString()).contains("2 customers");
  }

  @Test
  void whatIsNotExpectedIsEmpty() {
    assertThat(run("value", "export")).isZero();

    List<String> rows = out.toString().lines().toList();
    String bob = rows.get(2).replace("\"bob \"\"the\"\" builder, Ltd\"", "bob");
    assertThat(cell(rows.getFirst(), bob, "active_probability")).isEmpty();
    assertThat(cell(rows.getFirst(), bob, "most_purchases")).isEmpty();
    assertThat(cell(rows.getFirst(), bob, "lifetime_value")).isEmpty();
  }

  @Test
  void whatIsAskedForIsPassedOn() {
    assertThat(
            run(
                "value",
                "export",
                "--tier",
                "high",
                "--stage",
                "at-risk",
                "--segment",
                "rfm:champions",
                "--segment",
                "level:gold",
                "--order-by",
                "revenue desc",
                "--horizon-days",
                "90"))
        .isZero();
    ListCustomerValuesRequest request = values.asked.getFirst();
    assertThat(request.getParent()).isEqualTo("stores/demo");
    assertThat(request.getTier()).isEqualTo(Tier.TIER_HIGH);
    assertThat(request.getStage()).isEqualTo(Stage.STAGE_AT_RISK);
    assertThat(request.getSegmentsList()).containsExactly("rfm:champions", "level:gold");
    assertThat(request.getOrderBy()).isEqualTo("revenue desc");
    assertThat(request.getHorizonDays()).isEqualTo(90);
    assertThat(values.asked.get(1)).isEqualTo(request.toBuilder().setPageToken("bob").build());
  }

  @Test
  void aFileIsWritten() throws IOException {
    Path file = folder.resolve("values.csv");
    assertThat(run("value", "export", "--out", file.toString())).isZero();
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aWordThatIsNoneIsMisused() {
    assertThat(run("value", "export", "--stage", "asleep")).isEqualTo(2);
    assertThat(err.toString())
        .contains("asleep (expected: acquisition, growth, retention, at-risk, churned)");
  }

  @Test
  void aReportShowsGroupsModelsAndTheMostValuable() {
    values.model =
        Optional.of(
            ValueModel.newBuilder()
                .setCustomerCount(3)
                .setPurchaseModel("mbg-nbd")
                .addPurchaseModels(
                    FittedModel.newBuilder()
                        .setModel("mbg-nbd")
                        .addParameters(
                            Parameter.newBuilder()
                                .setName("r")
                                .setValue(0.525)
                                .setStandardError(0.083))
                        .setLogLikelihood(-9582.1357))
                .addPurchaseJudgements(judgement("mbg-nbd"))
                .addPurchaseJudgements(judgement("nbd"))
                .putRefusals("pareto-nbd", "the fit does not converge")
                .build());
    assertThat(run("value", "report", "--top", "1")).isZero();

    assertThat(out.toString())
        .contains("3 customers, 7 orders")
        .contains("expected of the next 365 days; value is discounted by 10 % a year")
        .contains("tier", "high", "stage", "at-risk", "€1,000.00", "12.5 %")
        .contains("mbg-nbd  r 0.5250 ± 0.083  log-likelihood -9582.14")
        .contains("mbg-nbd ◀", "-12.1 %", "0.7854")
        .contains("pareto-nbd: the fit does not converge")
        .contains("ann", "gold", "€30.50");
    assertThat(values.asked.getFirst().getPageSize()).isEqualTo(1);
  }

  @Test
  void aReportOfAShopWithoutModelsGoesWithoutThem() {
    assertThat(run("value", "report", "--top", "0")).isZero();
    assertThat(out.toString()).contains("3 customers").doesNotContain("models", "most valuable");
  }

  private static String cell(String titles, String row, String title) {
    return row.split(",", -1)[List.of(titles.split(",", -1)).indexOf(title)];
  }

  private static CustomerValue.Builder value(String customer) {
    return CustomerValue.newBuilder()
        .setName("stores/demo/customers/" + customer + "/value")
        .setOrderCount(2)
        .setRevenue(euros(12, 500_000_000));
  }

  private static GroupValue group(String segment) {
    return GroupValue.newBuilder()
        .setSegment(segment)
        .setCustomerCount(2)
        .setRevenue(euros(1_000, 0))
        .setContributionRate(0.125)
        .build();
  }

  private static Judgement judgement(String model) {
    return Judgement.newBuilder()
        .setModel(model)
        .setActual(1882)
        .setExpected(1653.4)
        .setBias(-0.121)
        .setMae(0.7854)
        .build();
  }

  private static Money euros(long units, int nanos) {
    return Money.newBuilder().setCurrencyCode("EUR").setUnits(units).setNanos(nanos).build();
  }

  private int run(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--server", "in-process:" + name))
            .toArray(String[]::new);
    return Shelfwise.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
