package io.shelfwise.standalone.shop.visits;

import static java.util.stream.Collectors.joining;

import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.Rating;
import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.goods.Item;
import io.shelfwise.standalone.shop.words.Phrase;
import io.shelfwise.standalone.shop.words.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What customers say of what they bought: stars around the product's own, and mostly words in line
 * with them.
 */
final class Opinions {
  private static final double SPREAD = 0.7;
  private static final double WITH_WORDS = 0.7;
  private static final double ON_THE_LOOKS = 0.5;
  private static final double ON_A_DETAIL = 0.6;

  /** Sentences by heading and stars, such as {@code verdict 4}. */
  private final Map<String, List<String>> sentences = new HashMap<>();

  Opinions() {
    Table table = Table.read("reviews.txt");
    for (String heading : table.headings()) {
      String[] words = heading.split(" ");
      for (String stars : List.of(words).subList(1, words.length)) {
        sentences
            .computeIfAbsent(words[0] + " " + stars, _ -> new ArrayList<>())
            .addAll(table.lines(heading));
      }
    }
  }

  /** A rating of a product that was kept or sent back. */
  Event.Builder rate(Item item, boolean sentBack, Chance chance) {
    double feeling = (sentBack ? 1.8 : item.stars()) + SPREAD * chance.gaussian();
    int stars = Math.clamp(Math.round(feeling), 1, 5);
    Rating.Builder rating = Rating.newBuilder().setProduct(item.id()).setStars(stars);
    if (chance.happens(WITH_WORDS)) {
      Map<String, String> words = item.words();
      rating.setTitle(Phrase.fill(chance.pick(about("title", stars)), words));
      rating.setText(text(item, stars, chance));
    }
    return Event.newBuilder().setRating(rating);
  }

  private String text(Item item, int stars, Chance chance) {
    Map<String, String> words = item.words();
    List<String> looks =
        chance.happens(ON_THE_LOOKS) ? about(topic(item, chance), stars) : List.of();
    List<String> detail = chance.happens(ON_A_DETAIL) ? about("detail", stars) : List.of();
    return Stream.of(about("verdict", stars), looks, detail)
        .filter(choice -> !choice.isEmpty())
        .map(choice -> Phrase.fill(chance.pick(choice), words))
        .collect(joining(" "));
  }

  private static String topic(Item item, Chance chance) {
    boolean coloured = item.kind().palette().attribute().equals("colour");
    if (coloured && chance.happens(0.5)) {
      return "colour";
    }
    return item.kind().varieties() ? "variety" : "material";
  }

  private List<String> about(String topic, int stars) {
    return sentences.getOrDefault(topic + " " + stars, List.of());
  }
}
