package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.catalog.Products;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductWordsTest {
  private static final int MOST = 8;

  @TempDir Path folder;

  /**
   * Property: the telling words of a product, and how much each counts, are those that Lucene's
   * MoreLikeThis finds; of words that count the same it takes any.
   */
  @Test
  void tellingWordsAreThoseOfMoreLikeThis() throws IOException {
    Random random = Chance.random();
    try (Catalog catalog = Catalog.open(Catalog.Settings.usual(folder))) {
      List<CatalogProduct> products =
          IntStream.range(0, 120)
              .mapToObj(i -> Products.titled("p" + i, anyTitle(random)))
              .toList();
      catalog.write("demo", products);
      for (CatalogProduct product : products) {
        assertThat(boosts(catalog, product)).isEqualTo(boostsOfLucene(catalog, product));
      }
    }
  }

  /** A title of words of which some are common and some rare, some twice. */
  private static String anyTitle(Random random) {
    return IntStream.range(0, 3 + random.nextInt(20))
        .mapToObj(_ -> "word" + (int) (60 * Math.pow(random.nextDouble(), 2)))
        .collect(Collectors.joining(" "));
  }

  /** How many words count how much; and of those that are not the least, which. */
  private static Map<String, Float> told(Map<String, Float> boosts) {
    Map<String, Float> told = new HashMap<>();
    boosts.forEach(
        (word, boost) -> {
          if (boost > 1) {
            told.put(word, boost);
          } else {
            told.merge("least", 1f, Float::sum);
          }
        });
    return told;
  }

  private static Map<String, Float> boosts(Catalog catalog, CatalogProduct product)
      throws IOException {
    return catalog
        .readHere(
            "demo",
            searcher -> {
              Map<String, Float> boosts = new HashMap<>();
              ProductWords.of(product.wording(), catalog.languages())
                  .telling(CatalogView.of(searcher), searcher, MOST)
                  .forEach(telling -> boosts.put(telling.word().term(), telling.boost()));
              return told(boosts);
            })
        .orElseThrow();
  }

  private static Map<String, Float> boostsOfLucene(Catalog catalog, CatalogProduct product)
      throws IOException {
    return catalog
        .readHere(
            "demo",
            searcher -> {
              Map<String, Float> boosts = new HashMap<>();
              for (BooleanClause clause : moreLikeThis(searcher, product, catalog.languages())) {
                BoostQuery word = (BoostQuery) clause.query();
                boosts.put(((TermQuery) word.getQuery()).getTerm().text(), word.getBoost());
              }
              return told(boosts);
            })
        .orElseThrow();
  }

  private static BooleanQuery moreLikeThis(
      IndexSearcher searcher, CatalogProduct product, Languages languages) throws IOException {
    String field = Languages.field(ProductDocument.WORDS, languages.code(""));
    MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
    like.setAnalyzer(languages);
    like.setFieldNames(new String[] {field});
    like.setMinTermFreq(1);
    like.setMinDocFreq(2);
    like.setMinWordLen(2);
    like.setMaxQueryTerms(MOST);
    like.setBoost(true);
    String text = ProductDocument.words(product.wording());
    return (BooleanQuery) like.like(field, new StringReader(text));
  }
}
