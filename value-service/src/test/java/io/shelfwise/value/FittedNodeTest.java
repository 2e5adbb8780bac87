package io.shelfwise.value;

import static io.shelfwise.value.NodeForTests.MODEL;
import static io.shelfwise.value.NodeForTests.amount;
import static io.shelfwise.value.NodeForTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.shelfwise.rpc.CursorDigest;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.ValueModel;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service once it has fitted models: what it foretells, and what it keeps. */
class FittedNodeTest {
  private final NodeForTests node = new NodeForTests();
  private final FakeLog log = node.log;

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void saysWhyNoModelCouldBeFitted() {
    log.buys("ann", "2011-09-01T08:00:00Z", "10");
    node.awaitSeen("ann");

    assertFails(node::fit, Status.Code.FAILED_PRECONDITION, "VALUE_MODEL_NOT_FITTED");
    assertFails(() -> node.model(MODEL), Status.Code.FAILED_PRECONDITION, "VALUE_MODEL_NOT_FITTED");
    assertThat(node.get("ann").getPredictionUnavailableReason())
        .isEqualTo("too few customers have bought: 1 (needed: 100)");
  }

  @Test
  void predictsOnceTheModelsAreFitted() {
    node.fillWithCustomers(400);
    ValueModel model = node.fit();

    assertThat(node.model(MODEL)).isEqualTo(model);
    assertThat(model.getName()).isEqualTo(MODEL);
    assertThat(model.getCustomerCount()).isEqualTo(400);
    assertThat(model.getPurchaseModels(0).getParameters(0).getValue()).isPositive();
    assertThat(model.getSpendModel().getParameters(1).getValue()).isGreaterThan(1);
    assertThat(model.getHoldoutDays()).isEqualTo(90);
    assertThat(model.getPurchaseJudgements(0).getMae()).isBetween(0.0, 10.0);
    CustomerValue value = node.get("customer-7");
    assertThat(value.getPredictionUnavailableReason()).isEmpty();
    assertThat(value.getActiveProbability()).isBetween(0.0, 1.0);
    assertThat(value.getExpectedPurchases()).isPositive();
    double purchaseValue = amount(value.getExpectedPurchaseValue());
    assertThat(amount(value.getLifetimeValue()))
        .isPositive()
        .isLessThan(value.getExpectedPurchases() * purchaseValue)
        .isGreaterThan(value.getExpectedPurchases() * purchaseValue / 1.1)
        .isBetween(
            amount(value.getLifetimeValueInterval().getLeast()),
            amount(value.getLifetimeValueInterval().getMost()));
    CustomerValue longer = node.get("customer-7", 730);
    assertThat(longer.getHorizonDays()).isEqualTo(730);
    assertThat(longer.getExpectedPurchases()).isGreaterThan(value.getExpectedPurchases());
  }

  @Test
  void letsANewPurchaseCountWithoutANewFit() {
    node.fillWithCustomers(400);
    ValueModel model = node.fit();
    CustomerValue before = node.get("customer-7");
    Instant now = Instant.ofEpochSecond(before.getAsOfTime().getSeconds());
    log.buys("customer-7", now.toString(), "50");
    log.buys("new", now.toString(), "50");
    node.awaitSeen("new");

    CustomerValue after = node.get("customer-7");

    assertThat(after.getExpectedPurchases()).isGreaterThan(before.getExpectedPurchases());
    assertThat(node.get("new").getExpectedPurchases()).isPositive();
    assertThat(node.get("new").getActiveProbability()).isBetween(0.5, 1.0);
    assertThat(node.model(MODEL)).isEqualTo(model);
  }

  @Test
  void goesOnWhereItStoppedAfterARestart() {
    node.fillWithCustomers(400);
    ValueModel model = node.fit();
    CustomerValue before = node.get("customer-7");
    node.stop();
    log.buys("late", "2010-12-31T08:00:00Z", "50");

    node.start();
    node.awaitSeen("late");

    assertThat(log.cursorsAsked()).hasSizeGreaterThan(1);
    assertThat(model.getCursor()).isEqualTo(CursorDigest.of(log.cursorsAsked().getLast()));
    assertThat(node.model(MODEL)).isEqualTo(model);
    CustomerValue after = node.get("customer-7");
    assertThat(after.getRevenue()).isEqualTo(before.getRevenue());
    assertThat(after.getLifetimeValue()).isEqualTo(before.getLifetimeValue());
  }
}
