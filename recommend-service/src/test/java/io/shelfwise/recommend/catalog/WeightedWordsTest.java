package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class WeightedWordsTest {
  private static final FieldType COUNTED = counted();

  private static FieldType counted() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    return type;
  }

  @Test
  void wordsOfAllTextsOfAFieldCountAsOftenAsTheirTextsWeigh() throws IOException {
    String field = Languages.field("found", "en");
    Document document = new Document();
    document.add(new WeightedWords(field, "red kettle", 4, COUNTED));
    document.add(new WeightedWords(field, "kitchen", 2, COUNTED));
    document.add(new WeightedWords(field, "a kettle, a red one: red", 1, COUNTED));
    try (Directory directory = new ByteBuffersDirectory()) {
      try (Languages languages = new Languages("en");
          IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(languages))) {
        writer.addDocument(document);
      }
      assertThat(counts(directory, field))
          .isEqualTo(Map.of("red", 4 + 2, "kettl", 4 + 1, "kitchen", 2, "on", 1));
    }
  }

  private static Map<String, Integer> counts(Directory directory, String field) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReader leaf = reader.leaves().getFirst().reader();
      Map<String, Integer> counts = new HashMap<>();
      TermsEnum terms = leaf.terms(field).iterator();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
        postings.nextDoc();
        counts.put(term.utf8ToString(), postings.freq());
      }
      return counts;
    }
  }
}
