package io.shelfwise.recommend.content;

import static io.shelfwise.recommend.catalog.Products.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Offer;
import io.shelfwise.recommend.catalog.Products;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentRecommenderTest {
  private static final ContentModel.Kept KEPT = new ContentModel.Kept(20, 100, 1);

  @TempDir Path folder;
  private final Dictionary numbers = new Dictionary();
  private Catalog catalog;
  private LuceneSimilarProducts similar;

  @BeforeEach
  void open() {
    catalog = Catalog.open(Catalog.Settings.usual(folder));
    similar = new LuceneSimilarProducts(catalog, LuceneSimilarProducts.Settings.USUAL);
  }

  @AfterEach
  void close() {
    similar.close();
    catalog.close();
  }

  private List<Proposal> propose(int count, IntPredicate allowed, String... taste) {
    int[] products = List.of(taste).stream().mapToInt(numbers::number).toArray();
    return new ContentModel("demo", catalog, similar, numbers, KEPT)
        .recommender(Attention.TO_ALL)
        .propose(Query.of(Taste.of(products), "", false, allowed), count, new Scratch());
  }

  private List<String> ids(List<Proposal> proposals) {
    return proposals.stream().map(proposal -> numbers.id(proposal.product())).toList();
  }

  @Test
  void aProductThatHasJustBeenWrittenIsProposed() {
    catalog.write("demo", List.of(titled("kettle", "Red kettle"), titled("pen", "Pen")));
    assertThat(propose(5, _ -> true, "kettle")).isEmpty();
    catalog.write("demo", List.of(titled("new", "Retro kettle"), titled("old", "Old kettle")));
    similar.warm("demo", List.of("kettle"));
    assertThat(ids(propose(5, _ -> true, "kettle"))).containsExactlyInAnyOrder("new", "old");
  }

  /** Of a row of twenty, none may be shown; and of the catalogue, three. */
  @Test
  void anAnswerBecomesFullWhereAlmostNothingIsAllowed() {
    List<CatalogProduct> products = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      products.add(titled("p" + i, "Red kettle"));
    }
    for (int i = 0; i < 3; i++) {
      products.add(titled("rare" + i, "Red kettle with a very long and winding story"));
    }
    catalog.write("demo", products);
    IntPredicate rare = product -> numbers.id(product).startsWith("rare");
    List<Proposal> proposals = propose(10, rare, "p0");
    assertThat(ids(proposals)).containsExactly("rare0", "rare1", "rare2");
    assertThat(proposals).allSatisfy(ContentRecommenderTest::addsUp);
  }

  @Test
  void evidenceTellsWordsAndAttributesAndAddsUp() {
    catalog.write(
        "demo",
        List.of(
            branded("kettle", "Red retro kettle", "Hornby"),
            branded("train", "Red train", "Hornby"),
            branded("pot", "Retro pot with a kettle", "Acme"),
            branded("mug", "Mug", "Hornby")));
    List<Proposal> proposals = propose(5, _ -> true, "kettle", "mug");
    assertThat(ids(proposals)).contains("train", "pot");
    assertThat(proposals).allSatisfy(ContentRecommenderTest::addsUp);
    assertThat(proposals.getFirst().evidence())
        .anySatisfy(
            evidence ->
                assertThat(evidence)
                    .isInstanceOfSatisfying(
                        Evidence.FromAttribute.class,
                        attribute -> {
                          assertThat(attribute.name()).isEqualTo("brand");
                          assertThat(attribute.value()).isEqualTo("Hornby");
                        }))
        .anySatisfy(
            evidence ->
                assertThat(evidence)
                    .isInstanceOfSatisfying(
                        Evidence.FromTerm.class, word -> assertThat(word.term()).isEqualTo("red")));
  }

  private static CatalogProduct branded(String id, String title, String brand) {
    return Products.of(id, new Wording(title, "", brand, List.of()), Offer.UNPRICED);
  }

  private static void addsUp(Proposal proposal) {
    assertThat(proposal.evidence().stream().mapToDouble(Evidence::weight).sum())
        .isCloseTo(proposal.score(), within(1e-5 * proposal.score()));
  }
}
