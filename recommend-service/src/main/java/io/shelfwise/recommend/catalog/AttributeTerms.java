package io.shelfwise.recommend.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product's attributes as a vector of things that it has: brand, every step of the category path,
 * price, and whatever the shop tells besides.
 *
 * <p>A number, with or without a unit, is laid on four rulers whose marks stand at powers of two,
 * each moved by a quarter of that against the last; it has the stretch of each ruler that it lies
 * in. So two equal numbers share four stretches, two of which one is twice the other share none,
 * and in between it is the fewer the further they are apart: a likeness on a logarithmic scale that
 * needs nothing but terms. Any other value is shared or not, capitals aside; texts are not values.
 */
public final class AttributeTerms {
  private static final int RULERS = 4;
  private static final int LONGEST_VALUE = 100;
  private static final String PRICE = "price";
  private static final String BRAND = "brand";
  private static final String CATEGORY = "category";
  private static final Pattern NUMBER =
      Pattern.compile("([-+]?\\d{1,12}(?:[.,]\\d{1,6})?)\\s*([\\p{L}%\"'°µ/²³]{0,12})");

  private final AttributeWeights weights;
  private final Map<String, AttributeTerm> terms = new LinkedHashMap<>();

  private AttributeTerms(AttributeWeights weights) {
    this.weights = weights;
  }

  /** The attributes of a product, each once. */
  public static List<AttributeTerm> of(CatalogProduct product, AttributeWeights weights) {
    AttributeTerms terms = new AttributeTerms(weights);
    Wording wording = product.wording();
    terms.addValue('b', BRAND, wording.brand(), weights.brand());
    terms.addPath(wording.categories());
    product.offer().price().ifPresent(terms::addPrice);
    Map<String, String> sorted = new TreeMap<>(product.attributes());
    sorted.forEach(terms::addAttribute);
    return List.copyOf(terms.terms.values());
  }

  private void addPath(List<String> categories) {
    StringBuilder path = new StringBuilder();
    for (String category : categories) {
      path.append('>').append(normal(category));
      add("c" + path, CATEGORY, category, weights.category());
    }
  }

  private void addPrice(Price price) {
    double units = price.micros() / (double) Price.MICROS_PER_UNIT;
    addNumber("p" + price.currencyCode(), PRICE, told(price), units, weights.price());
  }

  private static String told(Price price) {
    double units = price.micros() / (double) Price.MICROS_PER_UNIT;
    return String.format(Locale.ROOT, "%.2f %s", units, price.currencyCode());
  }

  private void addAttribute(String name, String value) {
    Matcher number = NUMBER.matcher(value.strip());
    if (number.matches()) {
      double size = Double.parseDouble(number.group(1).replace(',', '.'));
      addNumber("n" + normal(name) + "=" + number.group(2), name, value, size, weights.other());
    } else {
      addValue('a', name, value, weights.other());
    }
  }

  private void addValue(char kind, String name, String value, double weight) {
    String normal = normal(value);
    if (!normal.isEmpty() && normal.length() <= LONGEST_VALUE) {
      add(kind + normal(name) + "=" + normal, name, value, weight);
    }
  }

  private void addNumber(String scale, String name, String value, double number, double weight) {
    if (number == 0) {
      add(scale + ":0", name, value, weight);
      return;
    }
    double octaves = Math.log(Math.abs(number)) / Math.log(2);
    String sign = number < 0 ? "-" : "";
    for (int ruler = 0; ruler < RULERS; ruler++) {
      long stretch = (long) Math.floor(octaves + ruler / (double) RULERS);
      add(scale + ":" + sign + ruler + "/" + stretch, name, value, weight / Math.sqrt(RULERS));
    }
  }

  private void add(String term, String name, String value, double weight) {
    int square = (int) Math.round(weight * weight * AttributeTerm.UNIT);
    if (square > 0) {
      terms.putIfAbsent(term, new AttributeTerm(term, name, value.strip(), square));
    }
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
