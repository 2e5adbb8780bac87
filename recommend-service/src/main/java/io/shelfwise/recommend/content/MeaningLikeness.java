package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;

/**
 * Likeness in what the words are about, as it was learned: the nearness of the places of two
 * products. A product that came after the learning is placed by its words.
 */
final class MeaningLikeness implements Likeness {
  private final LearnedMeaning learned;
  private final float[] place;
  private final IndexSearcher searcher;
  private final Languages languages;

  MeaningLikeness(
      LearnedMeaning learned, float[] place, IndexSearcher searcher, Languages languages) {
    this.learned = learned;
    this.place = place;
    this.searcher = searcher;
    this.languages = languages;
  }

  @Override
  public List<Trait> traits() {
    return List.of(Trait.Meaning.ALIKE);
  }

  @Override
  public int[] nearest(int most) throws IOException {
    List<String> ids = learned.nearest(place, most);
    int[] documents = new int[ids.size()];
    int count = 0;
    for (String id : ids) {
      int document = ProductDocument.documentOf(searcher, id);
      // It may have left the catalogue since.
      if (document >= 0) {
        documents[count++] = document;
      }
    }
    return Arrays.copyOf(documents, count);
  }

  @Override
  public double[][] parts(int[] documents) throws IOException {
    String[] ids = Documents.ids(searcher, documents);
    double[][] parts = new double[documents.length][1];
    for (int rank = 0; rank < documents.length; rank++) {
      Optional<float[]> known = learned.place(ids[rank]);
      Optional<float[]> other = known.isPresent() ? known : placeOf(documents[rank]);
      parts[rank][0] = other.map(it -> Nearness.of(place, it)).orElse(0.0);
    }
    return parts;
  }

  private Optional<float[]> placeOf(int document) throws IOException {
    return learned
        .model()
        .place(CatalogTexts.counts(ProductDocument.at(searcher, document), languages));
  }
}
