package io.shelfwise.recommend.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeaningTrainerTest {
  private static final List<String> WORDS = List.of("sofa", "couch", "cushion", "drill", "saw");

  private static MeaningModel model(int dimensions) {
    SparseMatrix.Builder texts = new SparseMatrix.Builder();
    // "sofa" and "couch" never stand together, but both with "cushion".
    for (int i = 0; i < 10; i++) {
      text(texts, i % 2, 2);
      text(texts, 3, 4);
    }
    return new MeaningTrainer(dimensions, 1).train(new Corpus(WORDS, texts.build(WORDS.size())));
  }

  private static void text(SparseMatrix.Builder texts, int... words) {
    for (int word : words) {
      texts.add(word, 1);
    }
    texts.endRow();
  }

  private static double cosine(MeaningModel model, String one, String other) {
    float[] a = model.place(Map.of(one, 1)).orElseThrow();
    float[] b = model.place(Map.of(other, 1)).orElseThrow();
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    return product;
  }

  @Test
  void wordsThatStandWithTheSameWordsAreAlikeThoughTheyNeverMeet() {
    MeaningModel model = model(2);
    assertThat(cosine(model, "sofa", "couch")).isGreaterThan(0.9);
    assertThat(cosine(model, "sofa", "drill")).isCloseTo(0, within(1e-3));
  }

  @Test
  void withAsManyDimensionsAsThereAreNothingIsAlikeButTheSame() {
    assertThat(cosine(model(1024), "sofa", "couch")).isLessThan(0.5);
  }

  @Test
  void aTextOfUnknownWordsHasNoPlace() {
    assertThat(model(2).place(Map.of("kettle", 3))).isEmpty();
  }

  @Test
  void textsThatAreAllAlikeHaveNoPlace() {
    SparseMatrix.Builder texts = new SparseMatrix.Builder();
    text(texts, 0);
    text(texts, 0);
    text(texts, 0);
    MeaningModel model = new MeaningTrainer(10, 1).train(new Corpus(WORDS, texts.build(5)));

    assertThat(model.dimensions()).isZero();
    assertThat(model.place(Map.of("sofa", 1))).isEmpty();
  }

  @Test
  void dimensionsHaveBounds() {
    assertThatThrownBy(() -> new MeaningTrainer(1025, 1))
        .hasMessage("dimensions: 1025 (expected: 1 to 1024)");
  }
}
