package io.shelfwise.recommend.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.recommend.model.Evidence.FromAttribute;
import io.shelfwise.recommend.model.Evidence.FromCustomers;
import io.shelfwise.recommend.model.Evidence.FromHabit;
import io.shelfwise.recommend.model.Evidence.FromProduct;
import io.shelfwise.recommend.model.Evidence.FromRule;
import io.shelfwise.recommend.model.Evidence.FromTerm;
import io.shelfwise.recommend.model.Evidence.Rest;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceSourcesTest {
  private final ProposeCandidatesResponse.Builder message = ProposeCandidatesResponse.newBuilder();
  private final EvidenceSources sources =
      new EvidenceSources(
          message, number -> EvidenceProduct.newBuilder().setName("product " + number).build());

  @Test
  void equalSourcesAreToldOnceWhateverTheyWeigh() {
    assertThat(sources.place(new FromProduct(7, 0.5))).isZero();
    assertThat(sources.place(new FromProduct(8, 0.5))).isEqualTo(1);
    assertThat(sources.place(new FromProduct(7, 0.25))).isZero();
    assertThat(sources.place(new FromTerm("kettle", 1))).isEqualTo(2);
    assertThat(sources.place(new FromTerm("kettle", 2))).isEqualTo(2);
    assertThat(sources.place(new FromCustomers(3, 1))).isEqualTo(3);
    assertThat(sources.place(new FromCustomers(4, 1))).isEqualTo(4);
    assertThat(sources.place(new Rest(1))).isEqualTo(5);
    assertThat(sources.place(new Rest(-1))).isEqualTo(5);

    assertThat(message.getEvidenceCount()).isEqualTo(6);
    assertThat(message.getEvidence(0).getProduct().getName()).isEqualTo("product 7");
    assertThat(message.getEvidence(2).getTerm()).isEqualTo("kettle");
    assertThat(message.getEvidence(4).getCustomerCount()).isEqualTo(4);
    assertThat(message.getEvidence(5).getRest()).isTrue();
  }

  @Test
  void aRuleTellsTheProductsOfItsConditionByPlaceAndBeforeItself() {
    int known = sources.place(new FromProduct(7, 0.5));

    int place = sources.place(rule(0.5));

    assertThat(place).isEqualTo(2);
    assertThat(sources.place(rule(0.25))).as("another candidate's").isEqualTo(place);
    Evidence told = message.getEvidence(place);
    assertThat(told.getRule().getEvidenceIndicesList()).containsExactly(1, known);
    assertThat(message.getEvidence(1).getProduct().getName()).isEqualTo("product 9");
    assertThat(told.getRule().getOrderCount()).isEqualTo(12);
    assertThat(told.getRule().getConfidence()).isEqualTo(0.4);
    assertThat(told.getRule().getLift()).isEqualTo(3);
  }

  private static FromRule rule(double weight) {
    return new FromRule(List.of(9, 7), 12, 0.4, 3, weight);
  }

  @Test
  void habitsAndAttributesAreToldWithAllThatIsKnownOfThem() {
    Evidence habit = message(sources.place(new FromHabit(4, 28, 30, 1)));
    Evidence brand = message(sources.place(new FromAttribute("brand", "Acme", 1)));

    assertThat(habit.getHabit().getOrderCount()).isEqualTo(4);
    assertThat(habit.getHabit().getIntervalDays()).isEqualTo(28);
    assertThat(habit.getHabit().getDaysSince()).isEqualTo(30);
    assertThat(brand.getAttribute().getName()).isEqualTo("brand");
    assertThat(brand.getAttribute().getValue()).isEqualTo("Acme");
  }

  private Evidence message(int place) {
    return message.getEvidence(place);
  }
}
