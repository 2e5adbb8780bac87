package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.catalog.AttributeTerm;
import io.shelfwise.recommend.catalog.AttributeTerms;
import io.shelfwise.recommend.catalog.AttributeWeights;
import io.shelfwise.recommend.catalog.Availability;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Embedding;
import io.shelfwise.recommend.catalog.Offer;
import io.shelfwise.recommend.catalog.Price;
import io.shelfwise.recommend.catalog.ProductSimilarity;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.content.SimilarProducts.SharedTrait;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import io.shelfwise.recommend.meaning.MeaningTrainer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way of being alike by itself, and all together. */
class LikenessTest {
  private static final double FLOAT_ERROR = 1e-5;
  private static final String[] COLOURS = {"red", "green", "blue", "black"};

  @TempDir Path folder;
  private Catalog catalog;

  @BeforeEach
  void open() {
    catalog = Catalog.open(Catalog.Settings.usual(folder));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private static CatalogProduct product(
      String id, String title, String brand, Map<String, String> attributes, double price) {
    return new CatalogProduct(
        id,
        new Wording(title, "", brand, List.of()),
        new Offer(
            Optional.of(new Price("EUR", Math.round(price * Price.MICROS_PER_UNIT))),
            0,
            0,
            Availability.IN_STOCK,
            false),
        attributes,
        "",
        Optional.empty(),
        Instant.EPOCH);
  }

  private static CatalogProduct at(String id, float... embedding) {
    return new CatalogProduct(
        id,
        Wording.of(id),
        Offer.UNPRICED,
        Map.of(),
        "",
        Optional.of(Embedding.of(embedding)),
        Instant.EPOCH);
  }

  private List<Similar> like(String id, LikenessWeights weights) {
    return like(id, weights, ProductSimilarity.bm25());
  }

  private List<Similar> like(String id, LikenessWeights weights, ProductSimilarity similarity) {
    return like(id, weights, similarity, AttributeMeasure.COSINE);
  }

  private List<Similar> like(
      String id, LikenessWeights weights, ProductSimilarity similarity, AttributeMeasure measure) {
    try (LuceneSimilarProducts similar =
        new LuceneSimilarProducts(catalog, settings(weights, similarity, measure))) {
      similar.warm("demo", catalog.ids("demo"));
      return List.copyOf(similar.to("demo", id, 100, soon()));
    }
  }

  private static LuceneSimilarProducts.Settings settings(
      LikenessWeights weights, ProductSimilarity similarity, AttributeMeasure measure) {
    return new LuceneSimilarProducts.Settings(
        weights,
        similarity,
        measure,
        new MeaningTrainer(2, 1),
        25,
        100,
        1000,
        2,
        1000,
        Duration.ofSeconds(10));
  }

  private static long soon() {
    return System.nanoTime() + Duration.ofSeconds(10).toNanos();
  }

  /** Property: the likeness in attributes is the measure, exactly, and nothing nearer is missed. */
  @ParameterizedTest
  @EnumSource(AttributeMeasure.class)
  void attributesAreAlikeByTheMeasure(AttributeMeasure measure) {
    Random random = new Random(11);
    List<CatalogProduct> products =
        IntStream.range(0, 300).mapToObj(i -> anyProduct("p" + i, random)).toList();
    catalog.write("demo", products);
    CatalogProduct asked = products.getFirst();
    Map<String, Double> expected = new HashMap<>();
    for (CatalogProduct other : products.subList(1, products.size())) {
      double likeness = likeness(measure, asked, other);
      if (likeness > 0) {
        expected.put(other.id(), likeness);
      }
    }
    List<Similar> found =
        like(asked.id(), new LikenessWeights(0, 1, 0), ProductSimilarity.bm25(), measure);
    assertThat(found)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.score())
                    .isCloseTo(expected.get(each.productId()), within(FLOAT_ERROR)));
    double last = found.getLast().score();
    assertThat(expected.values().stream().filter(likely -> likely > last + FLOAT_ERROR).count())
        .isLessThan(100);
    assertThat(found.getFirst().score())
        .isCloseTo(
            expected.values().stream().max(Comparator.naturalOrder()).orElseThrow(),
            within(FLOAT_ERROR));
  }

  @Test
  void theDistanceOfTheSameIsNoneAndWhatIsSharedAddsUpToTheLikeness() {
    catalog.write(
        "demo",
        List.of(
            product("one", "Kettle", "Acme", Map.of("colour", "red"), 20),
            product("twin", "Pot", "Acme", Map.of("colour", "red"), 20),
            product("other", "Pan", "Acme", Map.of("colour", "blue"), 20)));
    List<Similar> like =
        like(
            "one",
            new LikenessWeights(0, 1, 0),
            ProductSimilarity.bm25(),
            AttributeMeasure.EUCLIDEAN);
    assertThat(like).extracting(Similar::productId).containsExactly("twin", "other");
    assertThat(like.getFirst().score()).isCloseTo(1, within(1e-3));
    // Of brand, colour and price, each of weight 1, they differ in the colour.
    assertThat(like.getLast().score())
        .isCloseTo(1 - Math.sqrt(2) / Math.sqrt(3 + 3), within(1e-3))
        .isCloseTo(
            like.getLast().traits().stream().mapToDouble(SharedTrait::weight).sum(),
            within(FLOAT_ERROR));
  }

  private static CatalogProduct anyProduct(String id, Random random) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("colour", COLOURS[random.nextInt(COLOURS.length)]);
    if (random.nextBoolean()) {
      attributes.put("volume", random.nextInt(1, 30) + " l");
    }
    return product(
        id, "Thing", "brand" + random.nextInt(5), attributes, 1 + 100 * random.nextDouble());
  }

  /** As the textbook has it, term by term. */
  private static double likeness(
      AttributeMeasure measure, CatalogProduct one, CatalogProduct other) {
    Map<String, Double> a = vector(one);
    Map<String, Double> b = vector(other);
    double product = 0;
    double squaredDistance = 0;
    for (String term :
        Stream.concat(a.keySet().stream(), b.keySet().stream()).distinct().toList()) {
      double x = a.getOrDefault(term, 0.0);
      double y = b.getOrDefault(term, 0.0);
      product += x * y;
      squaredDistance += (x - y) * (x - y);
    }
    return switch (measure) {
      case COSINE -> product / Math.sqrt(squares(a) * squares(b));
      case EUCLIDEAN ->
          product == 0 ? 0 : 1 - Math.sqrt(squaredDistance) / Math.sqrt(squares(a) + squares(b));
    };
  }

  private static Map<String, Double> vector(CatalogProduct product) {
    return AttributeTerms.of(product, AttributeWeights.EVEN).stream()
        .collect(Collectors.toMap(AttributeTerm::term, term -> Math.sqrt(term.weight())));
  }

  private static double squares(Map<String, Double> vector) {
    return vector.values().stream().mapToDouble(weight -> weight * weight).sum();
  }

  @Test
  void attributesAreToldByNameAndValue() {
    catalog.write(
        "demo",
        List.of(
            product("one", "Kettle", "Acme", Map.of("colour", "Red"), 20),
            product("other", "Toaster", "Acme", Map.of("colour", "red"), 300)));
    List<Similar> like = like("one", new LikenessWeights(0, 1, 0));
    assertThat(like.getFirst().traits())
        .extracting(SharedTrait::trait)
        .containsExactlyInAnyOrder(
            new Trait.Attribute("brand", "Acme"), new Trait.Attribute("colour", "Red"));
  }

  @Test
  void embeddingsAreAlikeByTheAngle() {
    catalog.write(
        "demo",
        List.of(at("east", 1, 0), at("north", 0, 3), at("northeast", 2, 2), at("west", -1, 0)));
    List<Similar> like = like("east", new LikenessWeights(0, 0, 1));
    assertThat(like).extracting(Similar::productId).containsExactly("northeast");
    assertThat(like.getFirst().score()).isCloseTo(Math.pow(0.5, 1.5), within(FLOAT_ERROR));
    assertThat(like.getFirst().traits())
        .extracting(SharedTrait::trait)
        .containsExactly(Trait.Meaning.ALIKE);
  }

  /** One product in a thousand is allowed; the nearest three hundred of all are not among those. */
  @Test
  void aNarrowFilterIsAnsweredByEmbeddingsToo() {
    List<CatalogProduct> products = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      double angle = Math.PI / 2 * i / 3000;
      products.add(at("p" + i, (float) Math.cos(angle), (float) Math.sin(angle)));
    }
    catalog.write("demo", products);
    LuceneSimilarProducts.Settings byEmbeddings =
        settings(new LikenessWeights(0, 0, 1), ProductSimilarity.bm25(), AttributeMeasure.COSINE);
    try (LuceneSimilarProducts similar = new LuceneSimilarProducts(catalog, byEmbeddings)) {
      assertThat(similar.among("demo", "p0", id -> id.endsWith("999"), 2, soon()))
          .extracting(Similar::productId)
          .containsExactly("p999", "p1999");
      assertThat(similar.to("demo", "p0", 100, soon())).hasSize(100);
    }
  }

  @Test
  void withoutEmbeddingsMeaningIsLearnedFromTheWords() {
    List<CatalogProduct> products = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      products.add(
          product("seat" + i, (i % 2 == 0 ? "Sofa" : "Couch") + " cushion", "", Map.of(), 1));
      products.add(product("tool" + i, "Drill saw", "", Map.of(), 1));
    }
    products.add(product("sofa", "Sofa", "", Map.of(), 1));
    products.add(product("couch", "Couch", "", Map.of(), 1));
    catalog.write("demo", products);
    assertThat(like("sofa", new LikenessWeights(1, 0, 0)))
        .extracting(Similar::productId)
        .doesNotContain("couch");
    assertThat(like("sofa", new LikenessWeights(0, 0, 1)))
        .filteredOn(each -> each.score() > 0.5)
        .extracting(Similar::productId)
        .contains("couch")
        .noneMatch(id -> id.startsWith("tool"));
  }

  @Test
  void theSameWordsAreAsAlikeAsCanBe() {
    catalog.write(
        "demo",
        List.of(
            product("one", "Red kettle", "", Map.of(), 1),
            product("same", "Red kettle", "", Map.of(), 1),
            product("less", "Red cup", "", Map.of(), 1)));
    for (ProductSimilarity measure : List.of(ProductSimilarity.bm25(), ProductSimilarity.tfIdf())) {
      List<Similar> like = like("one", new LikenessWeights(3, 0, 0), measure);
      assertThat(like).extracting(Similar::productId).containsExactly("same", "less");
      assertThat(like.getFirst().score()).isCloseTo(3, within(3 * FLOAT_ERROR));
      assertThat(like.getLast().score()).isLessThan(2);
    }
  }

  /** Property: the whole is the weighted sum of the ways, whichever of them found a product. */
  @Test
  void waysAddUp() {
    Random random = new Random(5);
    List<CatalogProduct> products =
        IntStream.range(0, 60)
            .mapToObj(i -> anyProduct("p" + i, random))
            .map(LikenessTest::embedded)
            .toList();
    catalog.write("demo", products);
    Map<String, Double> words = scores(like("p0", new LikenessWeights(1, 0, 0)));
    Map<String, Double> attributes = scores(like("p0", new LikenessWeights(0, 1, 0)));
    Map<String, Double> vectors = scores(like("p0", new LikenessWeights(0, 0, 1)));
    List<Similar> all = like("p0", new LikenessWeights(2, 3, 5));
    assertThat(all).hasSize(59);
    assertThat(all)
        .allSatisfy(
            each ->
                assertThat(each.score())
                    .isCloseTo(
                        2 * words.getOrDefault(each.productId(), 0.0)
                            + 3 * attributes.getOrDefault(each.productId(), 0.0)
                            + 5 * vectors.getOrDefault(each.productId(), 0.0),
                        within(1e-4)));
  }

  private static CatalogProduct embedded(CatalogProduct product) {
    Random random = new Random(product.id().hashCode());
    return new CatalogProduct(
        product.id(),
        product.wording(),
        product.offer(),
        product.attributes(),
        "",
        Optional.of(
            Embedding.of(
                (float) random.nextGaussian(),
                (float) random.nextGaussian(),
                (float) random.nextGaussian())),
        Instant.EPOCH);
  }

  private static Map<String, Double> scores(List<Similar> list) {
    Map<String, Double> scores = new HashMap<>();
    list.forEach(each -> scores.put(each.productId(), each.score()));
    return scores;
  }
}
