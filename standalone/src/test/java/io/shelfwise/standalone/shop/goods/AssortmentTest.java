package io.shelfwise.standalone.shop.goods;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.standalone.shop.chance.Chance;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssortmentTest {
  private final Assortment assortment = Assortment.make(Lexicon.read(), 2_000, 1);

  @Test
  void everyTitleAndIdIsGivenOnce() {
    assertThat(assortment.items()).hasSize(2_000);
    assertThat(assortment.items()).extracting(Item::title).doesNotHaveDuplicates();
    assertThat(assortment.items()).extracting(Item::id).doesNotHaveDuplicates();
  }

  @Test
  void everyKindIsSold() {
    assertThat(assortment.items().stream().map(Item::kind).distinct())
        .hasSize(Lexicon.read().kinds().size());
  }

  @Test
  void aSmallShopSellsAllSorts() {
    Assortment small = Assortment.make(Lexicon.read(), 100, 1);
    assertThat(small.items().stream().map(item -> item.category().department()).distinct())
        .hasSizeGreaterThan(8);
  }

  @Test
  void pricesEndAsPricesDo() {
    assertThat(assortment.items()).extracting(item -> item.cents() % 100).containsOnly(99, 95, 50);
  }

  @Test
  void pricesAreNotFarFromTheUsualOfTheirKind() {
    assertThat(assortment.items())
        .filteredOn(item -> !item.variant().size().startsWith("set of"))
        .allSatisfy(
            item ->
                assertThat(item.cents() / 100.0)
                    .as(item.title())
                    .isBetween(item.kind().price() / 4, item.kind().price() * 4));
  }

  @Test
  void theDoubleOfABedIsDearerThanTheSingle() {
    Kind cover = kind("duvet cover");
    Brand brand = Lexicon.read().brands().getFirst();
    Material material = Material.unknown("linen");
    int single = Pricing.cents(cover, brand, material, "single", Chance.of(1, "test", 0));
    int twice = Pricing.cents(cover, brand, material, "double", Chance.of(1, "test", 0));
    assertThat(twice).isGreaterThan(single);
  }

  @Test
  void aSetCostsMoreThanOneAndLessThanItsPieces() {
    Kind cup = kind("egg cup");
    Brand brand = Lexicon.read().brands().getFirst();
    Material material = Material.unknown("porcelain");
    int single = Pricing.cents(cup, brand, material, "single", Chance.of(1, "test", 0));
    int set = Pricing.cents(cup, brand, material, "set of 4", Chance.of(1, "test", 0));
    assertThat(set).isBetween(2 * single, 4 * single);
  }

  @Test
  void popularityHasALongTail() {
    double[] sorted = assortment.items().stream().mapToDouble(Item::popularity).sorted().toArray();
    double all = IntStream.range(0, sorted.length).mapToDouble(i -> sorted[i]).sum();
    double topFifth = IntStream.range(1_600, 2_000).mapToDouble(i -> sorted[i]).sum();
    assertThat(topFifth / all).isBetween(0.45, 0.75);
  }

  @Test
  void aShelfGivesWhatCostsAsMuchAsAsked() {
    Chance chance = Chance.of(1, "test", 0);
    assertThat(
            IntStream.range(0, 1_000)
                .mapToObj(_ -> assortment.all().draw(1_000, 2_000, chance).orElseThrow()))
        .allMatch(item -> item.cents() >= 1_000 && item.cents() <= 2_000);
    assertThat(assortment.all().draw(10, 11, chance)).isEmpty();
  }

  @Test
  void theNearestPriceIsFoundOnAShelf() {
    Shelf shelf = assortment.all();
    int[] prices = assortment.items().stream().mapToInt(Item::cents).toArray();
    for (int price = 0; price < 40_000; price += 137) {
      int asked = price;
      int least = IntStream.of(prices).map(cents -> Math.abs(cents - asked)).min().orElseThrow();
      assertThat(Math.abs(shelf.nearest(asked, any -> true).orElseThrow().cents() - asked))
          .isEqualTo(least);
    }
  }

  @Test
  void whatIsNotSoldIsNotNearest() {
    Shelf shelf = assortment.all();
    Item nearest = shelf.nearest(2_000, any -> true).orElseThrow();
    Item next = shelf.nearest(2_000, item -> !item.equals(nearest)).orElseThrow();
    assertThat(next).isNotEqualTo(nearest);
    assertThat(Math.abs(next.cents() - 2_000))
        .isGreaterThanOrEqualTo(Math.abs(nearest.cents() - 2_000));
    assertThat(shelf.nearest(2_000, any -> false)).isEmpty();
  }

  private static Kind kind(String noun) {
    return Lexicon.read().kinds().stream()
        .filter(kind -> kind.noun().equals(noun))
        .findFirst()
        .orElseThrow();
  }
}
