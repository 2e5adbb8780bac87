package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.AttributeTerm;
import io.shelfwise.recommend.catalog.ProductDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.ClassicSimilarity;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * One view of a store's index, held in memory as far as it has been asked about: which products
 * there are, and what they score by each term.
 *
 * <p>Rows for a whole catalogue ask for the same few thousand terms over and over. Out of plain
 * arrays they are added up ten times as fast as the index could be searched for each row anew, and
 * what they are added up from is still what the index scores.
 *
 * <p>Products are numbered in the order of their ids, so that of equals the lower number is the
 * lower id.
 */
final class CatalogView {
  private static final int NONE = -1;
  private static final int LEAST_PRODUCTS = 2;

  private final String[] ids;
  private final int[] documents;
  private final int[] numbers;
  private final BitSet showable;
  private final float[] attributeLengths;
  private final ConcurrentHashMap<Term, ScoredTerm> terms = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Term, Float> rarities = new ConcurrentHashMap<>();
  private volatile @Nullable MeaningView meaning;

  private CatalogView(
      String[] ids, int[] documents, int[] numbers, BitSet showable, float[] attributeLengths) {
    this.ids = ids;
    this.documents = documents;
    this.numbers = numbers;
    this.showable = showable;
    this.attributeLengths = attributeLengths;
  }

  /** The view that a searcher has. */
  static CatalogView of(IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    Bits live = MultiBits.getLiveDocs(reader);
    int[] found =
        IntStream.range(0, reader.maxDoc())
            .filter(document -> live == null || live.get(document))
            .toArray();
    String[] unsorted = Documents.ids(searcher, found);
    Integer[] order = new Integer[found.length];
    Arrays.setAll(order, rank -> rank);
    Arrays.sort(order, Comparator.comparing(rank -> unsorted[rank]));
    String[] ids = new String[found.length];
    int[] documents = new int[found.length];
    int[] numbers = new int[reader.maxDoc()];
    Arrays.fill(numbers, NONE);
    for (int number = 0; number < ids.length; number++) {
      ids[number] = unsorted[order[number]];
      documents[number] = found[order[number]];
      numbers[documents[number]] = number;
    }
    CatalogView view =
        new CatalogView(
            ids,
            documents,
            numbers,
            new BitSet(ids.length),
            attributeLengths(reader, numbers, ids.length));
    for (int product : view.scores(searcher, ProductDocument.isShowable()).products()) {
      view.showable.set(product);
    }
    return view;
  }

  /** The index keeps the squares of them, exactly, for the length of the field. */
  private static float[] attributeLengths(IndexReader reader, int[] numbers, int products)
      throws IOException {
    float[] lengths = new float[products];
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues squares = leaf.reader().getNormValues(ProductDocument.TRAITS);
      if (squares != null) {
        for (int document = squares.nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = squares.nextDoc()) {
          int product = numbers[leaf.docBase + document];
          if (product != NONE) {
            lengths[product] = (float) Math.sqrt(squares.longValue() / (double) AttributeTerm.UNIT);
          }
        }
      }
    }
    return lengths;
  }

  /** How many products there are; they have the numbers from 0 on. */
  int size() {
    return ids.length;
  }

  String id(int product) {
    return ids[product];
  }

  List<String> ids() {
    return List.of(ids);
  }

  /** The number of a product; negative if there is none with that id. */
  int number(String id) {
    return Arrays.binarySearch(ids, id);
  }

  /** The number of the product that a document holds; -1 if it has gone. */
  int numberOf(int document) {
    return numbers[document];
  }

  /** The document that holds a product. */
  int document(int product) {
    return documents[product];
  }

  /** Whether the product may be shown. */
  boolean isShowable(int product) {
    return showable.get(product);
  }

  /** The length of the vector of each product's attributes; 0 of one that has none. */
  float[] attributeLengths() {
    return attributeLengths;
  }

  /** Where the products stand by what was learned. */
  // What was learned is the same only if it is the same object.
  @SuppressWarnings("ReferenceEquality")
  MeaningView placed(LearnedMeaning learned) {
    MeaningView known = meaning;
    if (known == null || known.learned() != learned) {
      known = MeaningView.of(learned, this);
      meaning = known;
    }
    return known;
  }

  /**
   * How rare a word is, by Lucene's idf; 0 if fewer than two products have it, because such a word
   * tells of no other product.
   */
  float rarity(IndexSearcher searcher, Term word) throws IOException {
    Float known = rarities.get(word);
    if (known == null) {
      IndexReader reader = searcher.getIndexReader();
      int having = reader.docFreq(word);
      known =
          having < LEAST_PRODUCTS
              ? 0
              : new ClassicSimilarity().idf(having, reader.getDocCount(word.field()));
      rarities.put(word, known);
    }
    return known;
  }

  /** What products score by a term, as the similarity of the searcher has it. */
  ScoredTerm scored(IndexSearcher searcher, Term term) throws IOException {
    ScoredTerm known = terms.get(term);
    if (known == null) {
      known = scores(searcher, new TermQuery(term));
      terms.put(term, known);
    }
    return known;
  }

  private ScoredTerm scores(IndexSearcher searcher, Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    List<Scorer> scorers = new ArrayList<>();
    List<Integer> bases = new ArrayList<>();
    long most = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        scorers.add(scorer);
        bases.add(leaf.docBase);
        most += scorer.iterator().cost();
      }
    }
    // A number and the bits of a score in one, because the two are put in order together.
    long[] scored = new long[Math.toIntExact(most)];
    int count = 0;
    for (int i = 0; i < scorers.size(); i++) {
      Scorer scorer = scorers.get(i);
      DocIdSetIterator walk = scorer.iterator();
      for (int document = walk.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = walk.nextDoc()) {
        int product = numbers[bases.get(i) + document];
        if (product != NONE) {
          scored[count++] = (long) product << Integer.SIZE | Float.floatToIntBits(scorer.score());
        }
      }
    }
    Arrays.sort(scored, 0, count);
    int[] products = new int[count];
    float[] scores = new float[count];
    for (int e = 0; e < count; e++) {
      products[e] = (int) (scored[e] >>> Integer.SIZE);
      scores[e] = Float.intBitsToFloat((int) scored[e]);
    }
    return ScoredTerm.of(products, scores);
  }
}
