package io.shelfwise.standalone.shop.goods;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon lexicon = Lexicon.read();

  @Test
  void kindsHaveNamesOfTheirOwn() {
    List<String> nouns = lexicon.kinds().stream().map(Kind::noun).toList();
    assertThat(nouns).hasSizeGreaterThan(400).doesNotHaveDuplicates();
  }

  @Test
  void categoriesHaveNamesOfTheirOwn() {
    assertThat(lexicon.categories())
        .extracting(Category::name)
        .hasSizeGreaterThan(80)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatGoesTogetherIsSold() {
    Set<String> nouns = lexicon.kinds().stream().map(Kind::noun).collect(toSet());
    assertThat(lexicon.kinds().stream().flatMap(kind -> lexicon.complementsOf(kind).stream()))
        .isSubsetOf(nouns);
    assertThat(lexicon.kinds())
        .filteredOn(kind -> !lexicon.complementsOf(kind).isEmpty())
        .hasSizeGreaterThan(100);
  }

  @Test
  void everyMaterialIsDescribed() {
    assertThat(
            lexicon.kinds().stream()
                .filter(kind -> !kind.varieties())
                .flatMap(kind -> kind.materials().stream()))
        .allSatisfy(name -> assertThat(lexicon.material(name).praises()).as(name).isNotEmpty());
  }

  @Test
  void everyDepartmentHasMakersOfSeveralStyles() {
    assertThat(lexicon.categories())
        .allSatisfy(
            category ->
                assertThat(
                        lexicon.brandsOf(category.department()).stream()
                            .map(Brand::style)
                            .distinct())
                    .as(category.name())
                    .hasSizeGreaterThan(3));
  }
}
