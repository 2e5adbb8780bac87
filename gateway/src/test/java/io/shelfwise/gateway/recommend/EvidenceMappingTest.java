package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.candidate.v1.Attribute;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.Habit;
import io.shelfwise.candidate.v1.Rule;
import org.junit.jupiter.api.Test;

class EvidenceMappingTest {
  private static io.shelfwise.recommendation.v1.Evidence mapped(Evidence.Builder evidence) {
    return EvidenceMapping.of(evidence.setWeight(3).build(), 0.5);
  }

  @Test
  void everyKindOfEvidenceIsPassedOn() {
    assertThat(mapped(Evidence.newBuilder().setProduct("a").setTitle("A")))
        .satisfies(
            one -> {
              assertThat(one.getProduct()).isEqualTo("a");
              assertThat(one.getTitle()).isEqualTo("A");
              assertThat(one.getContribution()).isEqualTo(3 * 0.5);
            });
    assertThat(mapped(Evidence.newBuilder().setTerm("red")).getTerm()).isEqualTo("red");
    assertThat(mapped(Evidence.newBuilder().setCustomerCount(7)).getCustomerCount()).isEqualTo(7);
    assertThat(
            mapped(
                    Evidence.newBuilder()
                        .setAttribute(Attribute.newBuilder().setName("brand").setValue("Acme")))
                .getAttribute()
                .getValue())
        .isEqualTo("Acme");
    assertThat(
            mapped(
                    Evidence.newBuilder()
                        .setRule(Rule.newBuilder().addProducts("a").addTitles("A").setLift(2)))
                .getRule())
        .satisfies(
            rule -> {
              assertThat(rule.getProductsList()).containsExactly("a");
              assertThat(rule.getTitlesList()).containsExactly("A");
              assertThat(rule.getLift()).isEqualTo(2);
            });
    assertThat(
            mapped(
                    Evidence.newBuilder()
                        .setHabit(Habit.newBuilder().setOrderCount(4).setIntervalDays(30)))
                .getHabit()
                .getOrderCount())
        .isEqualTo(4);
    assertThat(mapped(Evidence.newBuilder().setRest(true)).getRest()).isTrue();
  }

  @Test
  void whatIsOfNoKnownKindBelongsToTheRest() {
    assertThat(mapped(Evidence.newBuilder()).getRest()).isTrue();
    assertThat(mapped(Evidence.newBuilder()).getContribution()).isEqualTo(3 * 0.5);
  }
}
