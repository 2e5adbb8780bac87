package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.content.SimilarProducts.SharedTrait;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarRowTest {
  /** A score is divided into as many parts. */
  private static final double PART = 1.0 / ((1 << 16) - 1);

  private static final double FLOAT_ERROR = 1e-6;

  private final Lexicon lexicon = new Lexicon();

  private static List<Trait> words(int count) {
    return IntStream.range(0, count).<Trait>mapToObj(i -> new Trait.Word("word" + i)).toList();
  }

  /** Properties: the five largest parts are told, strongest first, each as far as a short can. */
  @Test
  void theStrongestTraitsAreTold() {
    Random random = Chance.random();
    List<Trait> known = words(30);
    for (int round = 0; round < 100; round++) {
      double[] parts = random.doubles(30).map(part -> part * part).toArray();
      double[] sorted = DoubleStream.of(parts).sorted().toArray();
      double score = DoubleStream.of(parts).sum();
      RowBuilder builder = new RowBuilder(lexicon, known, 1);
      builder.add("other", score, parts.clone());
      Similar similar = builder.build().getFirst();
      assertThat(similar.productId()).isEqualTo("other");
      assertThat(similar.score()).isCloseTo(score, within(FLOAT_ERROR * score));
      assertThat(similar.traits()).hasSize(5);
      for (int i = 0; i < 5; i++) {
        SharedTrait shared = similar.traits().get(i);
        double part = sorted[sorted.length - 1 - i];
        assertThat(shared.weight()).isCloseTo(part, within(5 * PART * score));
        assertThat(parts[known.indexOf(shared.trait())]).isEqualTo(part);
        if (i > 0) {
          assertThat(shared.weight()).isLessThanOrEqualTo(similar.traits().get(i - 1).weight());
        }
      }
    }
  }

  @Test
  void whereNothingElseAddsToTheScoreWhatIsToldAddsUpToIt() {
    RowBuilder builder = new RowBuilder(lexicon, words(3), 1);
    builder.add("other", 0.7 + 0.1 + 0.2, new double[] {0.7, 0.1, 0.2});
    Similar similar = builder.build().getFirst();
    assertThat(similar.traits().stream().mapToDouble(SharedTrait::weight).sum())
        .isCloseTo(similar.score(), within(1e-12));
  }

  @Test
  void whatIsNotSharedIsNotTold() {
    RowBuilder builder = new RowBuilder(lexicon, words(2), 2);
    builder.add("none", 1, new double[] {0, 0});
    builder.add("one", 1, new double[] {0, 0.5});
    SimilarRow row = builder.build();
    assertThat(row.get(0).traits()).isEmpty();
    assertThat(row.get(1).traits()).hasSize(1);
    assertThat(row.get(1).traits().getFirst().trait()).isEqualTo(new Trait.Word("word1"));
    assertThat(row.get(1).traits().getFirst().weight()).isCloseTo(0.5, within(PART));
  }

  /** Of more traits than a byte can number, those that come last are not told. */
  @Test
  void aRowTellsNoMoreTraitsThanHaveNumbers() {
    RowBuilder builder = new RowBuilder(lexicon, words(300), 300);
    for (int i = 0; i < 300; i++) {
      double[] parts = new double[300];
      parts[i] = 1;
      builder.add("p" + i, 1, parts);
    }
    SimilarRow row = builder.build();
    for (int i = 0; i < 256; i++) {
      assertThat(row.get(i).traits())
          .containsExactly(new SharedTrait(new Trait.Word("word" + i), 1));
    }
    assertThat(row.get(256).traits()).isEmpty();
  }

  @Test
  void rowsOfAStoreTellTheSameTraitByTheSameObject() {
    Trait first = only(new Trait.Attribute("colour", "red"));
    Trait second = only(new Trait.Attribute("colour", "red"));
    assertThat(first).isSameAs(second);
  }

  private Trait only(Trait trait) {
    RowBuilder builder = new RowBuilder(lexicon, List.of(trait), 1);
    builder.add("other", 1, new double[] {1});
    return builder.build().getFirst().traits().getFirst().trait();
  }

  @Test
  void aListAsARowIsTheSameAndARowIsItself() {
    List<Similar> list =
        List.of(
            new Similar("a", 1, List.of(new SharedTrait(new Trait.Word("red"), 1))),
            new Similar("b", 0.5, List.of()));
    SimilarRow row = SimilarRow.copyOf(list);
    assertThat(row).isEqualTo(list);
    assertThat(SimilarRow.copyOf(row)).isSameAs(row);
  }
}
