package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.candidate.v1.Attribute;
import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.Habit;
import io.shelfwise.candidate.v1.Rule;
import io.shelfwise.recommendation.v1.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceMappingTest {
  private static final io.shelfwise.candidate.v1.Evidence TEAPOT =
      product("stores/demo/products/1", "Teapot");
  private static final io.shelfwise.candidate.v1.Evidence COSY =
      product("stores/demo/products/2", "Cosy");

  private static io.shelfwise.candidate.v1.Evidence product(String name, String title) {
    return io.shelfwise.candidate.v1.Evidence.newBuilder()
        .setProduct(EvidenceProduct.newBuilder().setName(name).setTitle(title))
        .build();
  }

  private static Evidence mapped(io.shelfwise.candidate.v1.Evidence.Builder source) {
    Candidate candidate =
        Candidate.newBuilder().addEvidenceIndices(2).addEvidenceWeights(3).build();
    return EvidenceMapping.of(candidate, List.of(TEAPOT, COSY, source.build()), 0.5).getFirst();
  }

  @Test
  void aCandidatesSourcesAreToldInFullInItsOrder() {
    Candidate candidate =
        Candidate.newBuilder()
            .addEvidenceIndices(1)
            .addEvidenceWeights(3)
            .addEvidenceIndices(0)
            .addEvidenceWeights(2)
            .build();
    List<Evidence> evidence = EvidenceMapping.of(candidate, List.of(TEAPOT, COSY), 0.5);

    assertThat(evidence).extracting(Evidence::getTitle).containsExactly("Cosy", "Teapot");
    assertThat(evidence)
        .extracting(Evidence::getProduct)
        .containsExactly("stores/demo/products/2", "stores/demo/products/1");
    assertThat(evidence).extracting(Evidence::getContribution).containsExactly(3 * 0.5, 2 * 0.5);
  }

  @Test
  void everyKindOfEvidenceIsPassedOn() {
    assertThat(mapped(io.shelfwise.candidate.v1.Evidence.newBuilder().setTerm("red")).getTerm())
        .isEqualTo("red");
    assertThat(
            mapped(io.shelfwise.candidate.v1.Evidence.newBuilder().setCustomerCount(7))
                .getCustomerCount())
        .isEqualTo(7);
    assertThat(
            mapped(
                    io.shelfwise.candidate.v1.Evidence.newBuilder()
                        .setAttribute(Attribute.newBuilder().setName("brand").setValue("Acme")))
                .getAttribute()
                .getValue())
        .isEqualTo("Acme");
    assertThat(
            mapped(
                    io.shelfwise.candidate.v1.Evidence.newBuilder()
                        .setHabit(Habit.newBuilder().setOrderCount(4).setIntervalDays(30)))
                .getHabit()
                .getOrderCount())
        .isEqualTo(4);
    assertThat(mapped(io.shelfwise.candidate.v1.Evidence.newBuilder().setRest(true)).getRest())
        .isTrue();
  }

  @Test
  void theProductsOfARuleAreNamed() {
    Rule.Builder rule = Rule.newBuilder().addEvidenceIndices(1).addEvidenceIndices(0).setLift(2);

    assertThat(mapped(io.shelfwise.candidate.v1.Evidence.newBuilder().setRule(rule)).getRule())
        .satisfies(
            one -> {
              assertThat(one.getProductsList())
                  .containsExactly("stores/demo/products/2", "stores/demo/products/1");
              assertThat(one.getTitlesList()).containsExactly("Cosy", "Teapot");
              assertThat(one.getLift()).isEqualTo(2);
            });
  }

  @Test
  void whatIsOfNoKnownKindBelongsToTheRest() {
    assertThat(mapped(io.shelfwise.candidate.v1.Evidence.newBuilder()).getRest()).isTrue();
    assertThat(mapped(io.shelfwise.candidate.v1.Evidence.newBuilder()).getContribution())
        .isEqualTo(3 * 0.5);
  }
}
