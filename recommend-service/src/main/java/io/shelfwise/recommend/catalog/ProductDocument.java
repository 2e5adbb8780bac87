package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * A product as Lucene keeps it: its words, the terms and numbers to filter by, and the whole of it
 * as bytes. The fields of words are those of the product's language.
 *
 * <p>Words in brand and categories are kept twice: analysed, to be found, and as they are, to be
 * filtered by.
 */
public final class ProductDocument {
  /** The product's id. */
  public static final String ID = "id";

  /** All words in one. */
  public static final String WORDS = "words";

  /** What the product has of brand, categories, price and further attributes. */
  public static final String TRAITS = "traits";

  /** The code of the language that the words are in. */
  static final String LANGUAGE = "language";

  static final String SHOWABLE = "showable";
  static final String YES = "yes";
  static final String NO = "no";

  /** The words that it is found by, weighed, see {@link WeightedWords}. */
  static final String FOUND = "found";

  static final String EXACT_BRAND = "exact_brand";
  static final String EXACT_CATEGORY = "exact_category";
  static final String AVAILABILITY = "availability";
  static final String HIDDEN = "hidden";
  static final String PRICE = "price_micros";
  static final String EXACT_TITLE = "exact_title";
  static final String LOWER_TITLE = "lower_title";
  static final String MARGIN = "margin";
  static final String STOCK = "stock";

  /** Names and values of attributes, see {@link #attribute}. */
  static final String ATTRIBUTES = "attributes";

  /** Those of them that are numbers, see {@link #attributeNumber}. */
  static final String ATTRIBUTE_NUMBERS = "attribute_numbers";

  static final String SOURCE = "source";

  /** Where the shop's own models place the product: a field for each length there is. */
  private static final String EMBEDDING = "embedding.";

  private static final int LONGEST_TERM = 8_000;

  /** Stands between name and value; no text has it. */
  private static final char NAME_END = '\0';

  private static final int TITLE_WEIGHT = 3;

  /** How often a word counts that a product is found by, next to one of its description. */
  private static final int FOUND_BY_TITLE = 4;

  private static final int FOUND_BY_KIND = 2;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
  private static final FieldType COUNTED = counted();

  private ProductDocument() {}

  /** The field that holds embeddings of as many values. */
  public static String embeddingField(Embedding like) {
    return EMBEDDING + like.length();
  }

  static Term idTerm(String id) {
    return new Term(ID, id);
  }

  /** Finds the products that may be recommended. */
  public static Query isShowable() {
    return new TermQuery(new Term(SHOWABLE, YES));
  }

  /** The product with an id; empty if the index has none. */
  static Optional<CatalogProduct> find(IndexSearcher searcher, String id) throws IOException {
    int document = documentOf(searcher, id);
    return document < 0 ? Optional.empty() : Optional.of(at(searcher, document));
  }

  /** The document of the product with an id; -1 if the index has none. */
  public static int documentOf(IndexSearcher searcher, String id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(idTerm(id)), 1);
    return found.scoreDocs.length == 0 ? -1 : found.scoreDocs[0].doc;
  }

  /** The product that a document holds. */
  public static CatalogProduct at(IndexSearcher searcher, int document) throws IOException {
    return read(searcher.storedFields().document(document));
  }

  /** All words of a product as one text, in which the title counts more than the rest. */
  public static String words(Wording wording) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < TITLE_WEIGHT; i++) {
      words.append(wording.title()).append('\n');
    }
    words.append(wording.brand()).append('\n');
    wording.categories().forEach(category -> words.append(category).append('\n'));
    return words.append(wording.description()).toString();
  }

  /** The words that a product is found by, as one text in which a word of the title counts most. */
  private static void addFound(Wording wording, String language, Document document) {
    String field = Languages.field(FOUND, language);
    document.add(new WeightedWords(field, wording.title(), FOUND_BY_TITLE, COUNTED));
    document.add(new WeightedWords(field, wording.brand(), FOUND_BY_KIND, COUNTED));
    for (String category : wording.categories()) {
      document.add(new WeightedWords(field, category, FOUND_BY_KIND, COUNTED));
    }
    document.add(new WeightedWords(field, wording.description(), 1, COUNTED));
  }

  /**
   * A product as a document.
   *
   * @param language the code of the language that its words are in
   * @param attributes what it has
   */
  static Document of(CatalogProduct product, String language, List<AttributeTerm> attributes) {
    Document document = new Document();
    document.add(new StringField(ID, product.id(), Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(product.id())));
    document.add(new StringField(LANGUAGE, language, Store.NO));
    addFound(product.wording(), language, document);
    document.add(new Field(Languages.field(WORDS, language), words(product.wording()), COUNTED));
    document.add(new Field(TRAITS, new AttributeTokens(attributes), COUNTED));
    if (!product.wording().brand().isEmpty()) {
      document.add(new StringField(EXACT_BRAND, product.wording().brand(), Store.NO));
    }
    for (String category : product.wording().categories()) {
      document.add(new StringField(EXACT_CATEGORY, category, Store.NO));
    }
    Offer offer = product.offer();
    offer.price().ifPresent(price -> document.add(new LongField(PRICE, price.micros(), Store.NO)));
    document.add(new StringField(AVAILABILITY, offer.availability().name(), Store.NO));
    document.add(flag(HIDDEN, offer.hidden()));
    document.add(flag(SHOWABLE, offer.showable()));
    addFilterFields(product, document);
    product
        .embedding()
        .ifPresent(
            embedding ->
                document.add(
                    new KnnFloatVectorField(
                        embeddingField(embedding),
                        embedding.unit(),
                        VectorSimilarityFunction.DOT_PRODUCT)));
    document.add(new StoredField(SOURCE, ProductSource.write(product)));
    return document;
  }

  /** What filters ask for, as far as search does not. */
  private static void addFilterFields(CatalogProduct product, Document document) {
    String title = product.wording().title();
    addTerm(EXACT_TITLE, title, document);
    addTerm(LOWER_TITLE, title.toLowerCase(Locale.ROOT), document);
    document.add(new DoubleField(MARGIN, product.offer().margin(), Store.NO));
    document.add(new LongField(STOCK, product.offer().stock(), Store.NO));
    product
        .attributes()
        .forEach(
            (name, value) -> {
              addTerm(ATTRIBUTES, attribute(name, value), document);
              if (NUMBER.matcher(value).matches()) {
                BytesRef number = attributeNumber(name, Double.parseDouble(value));
                document.add(new StringField(ATTRIBUTE_NUMBERS, number, Store.NO));
              }
            });
  }

  /** What is longer than any rule of the contract allows is no term, and no filter finds it. */
  private static void addTerm(String field, String text, Document document) {
    if (text.length() <= LONGEST_TERM) {
      document.add(new StringField(field, text, Store.NO));
    }
  }

  /** An attribute as one term; those of the same name are in the order of their values. */
  static String attribute(String name, String value) {
    return name + NAME_END + value;
  }

  /** An attribute that is a number as one term, in the order of the numbers. */
  static BytesRef attributeNumber(String name, double value) {
    byte[] begin = attribute(name, "").getBytes(StandardCharsets.UTF_8);
    byte[] term = Arrays.copyOf(begin, begin.length + Long.BYTES);
    // Zero has two signs, and is one number.
    NumericUtils.longToSortableBytes(
        NumericUtils.doubleToSortableLong(value + 0.0), term, begin.length);
    return new BytesRef(term);
  }

  /** The product that a document stores. */
  static CatalogProduct read(Document stored) throws IOException {
    return ProductSource.read(source(stored));
  }

  /** The product that a document stores, as bytes. */
  static BytesRef source(Document stored) {
    return Objects.requireNonNull(stored.getBinaryValue(SOURCE));
  }

  /** Words of which it is kept how often they stand, and not where. */
  private static FieldType counted() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  private static StringField flag(String name, boolean set) {
    return new StringField(name, set ? YES : NO, Store.NO);
  }
}
