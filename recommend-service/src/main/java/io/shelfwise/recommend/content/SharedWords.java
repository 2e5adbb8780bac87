package io.shelfwise.recommend.content;

import java.util.ArrayList;
import java.util.List;

/**
 * The words that a proposal shares with the few products that spoke for it, and what of each one's
 * part is due to each word.
 *
 * <p>There are a handful, so that looking through them is faster than any map.
 */
final class SharedWords {
  private final int sources;
  private final List<String> words = new ArrayList<>();
  private final List<double[]> parts = new ArrayList<>();

  /** None yet, of so many products. */
  SharedWords(int sources) {
    this.sources = sources;
  }

  /**
   * Adds the words that are shared with a product, whose part is divided among them by their
   * weights.
   */
  void add(int source, double part, List<SimilarProducts.SharedTerm> terms) {
    double all = 0;
    for (SimilarProducts.SharedTerm term : terms) {
      all += term.weight();
    }
    for (SimilarProducts.SharedTerm term : terms) {
      int word = words.indexOf(term.term());
      if (word < 0) {
        word = words.size();
        words.add(term.term());
        parts.add(new double[sources]);
      }
      parts.get(word)[source] += part * term.weight() / all;
    }
  }

  /** The words of the largest totals, the largest first. */
  List<Integer> strongest(int most) {
    List<Integer> strongest = new ArrayList<>(most + 1);
    for (int word = 0; word < words.size(); word++) {
      int at = strongest.size();
      while (at > 0 && total(strongest.get(at - 1)) < total(word)) {
        at--;
      }
      if (at < most) {
        strongest.add(at, word);
        if (strongest.size() > most) {
          strongest.removeLast();
        }
      }
    }
    return strongest;
  }

  String text(int word) {
    return words.get(word);
  }

  /** What of a product's part is due to a word. */
  double part(int word, int source) {
    return parts.get(word)[source];
  }

  /** What of all parts is due to a word. */
  double total(int word) {
    double total = 0;
    for (double part : parts.get(word)) {
      total += part;
    }
    return total;
  }
}
