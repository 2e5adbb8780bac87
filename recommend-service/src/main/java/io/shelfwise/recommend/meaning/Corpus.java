package io.shelfwise.recommend.meaning;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.List;

/**
 * Texts, as often as each has each word.
 *
 * @param words the words, each once
 * @param counts how often each text has each word: a row for each text, a column for each word
 */
public record Corpus(List<String> words, SparseMatrix counts) {
  public Corpus {
    words = List.copyOf(words);
    if (words.size() != counts.width()) {
      throw new IllegalArgumentException(
          "words: " + words.size() + " (expected: " + counts.width() + ")");
    }
  }
}
