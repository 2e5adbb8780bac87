package io.shelfwise.recommend.endpoint;

import com.google.type.Money;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.Product.Availability;
import io.shelfwise.recommend.catalog.Embedding;
import io.shelfwise.recommend.language.Languages;
import io.shelfwise.rpc.ApiException;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The rules that are written at the fields of a product: each refusal names the field and the rule.
 */
final class ProductRules {
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_DESCRIPTION = 20_000;
  private static final int LONGEST_BRAND = 200;
  private static final int MOST_CATEGORIES = 10;
  private static final int LONGEST_CATEGORY = 200;
  private static final int MOST_ATTRIBUTES = 100;
  private static final int LONGEST_ATTRIBUTE_NAME = 100;
  private static final int LONGEST_ATTRIBUTE_VALUE = 1_000;
  private static final int LONGEST_URI = 2_000;
  private static final int LONGEST_LANGUAGE = 35;
  private static final int LONGEST_EMBEDDING = 1_024;
  private static final long HIGHEST_PRICE = 1_000_000_000_000L;
  private static final int NANOS_PER_UNIT = 1_000_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private ProductRules() {}

  /**
   * Checks all of a product but its name.
   *
   * @throws ApiException INVALID_ARGUMENT on the first rule that is broken
   */
  static void check(Product product) {
    require(!product.getTitle().isBlank(), "title", "be 1 to 1,000 characters");
    requireLength(product.getTitle(), LONGEST_TITLE, "title", "be 1 to 1,000 characters");
    requireLength(
        product.getDescription(),
        LONGEST_DESCRIPTION,
        "description",
        "be at most 20,000 characters");
    requireLength(product.getBrand(), LONGEST_BRAND, "brand", "be at most 200 characters");
    checkCategories(product);
    if (product.hasPrice()) {
      check(product.getPrice());
    }
    require(product.getMargin() >= 0 && product.getMargin() <= 1, "margin", "be from 0 to 1");
    require(product.getStock() >= 0, "stock", "be at least 0");
    require(
        product.getAvailability() != Availability.UNRECOGNIZED,
        "availability",
        "be one of the enum's values");
    checkAttributes(product);
    requireLength(product.getUri(), LONGEST_URI, "uri", "be at most 2,000 characters");
    requireLanguage(product.getLanguageCode(), "product.language_code");
    checkEmbedding(product.getEmbeddingList());
  }

  private static void checkEmbedding(List<Float> values) {
    require(values.size() <= LONGEST_EMBEDDING, "embedding", "have at most 1,024 entries");
    require(
        values.isEmpty() || Embedding.isDirection(ProductMapping.values(values)),
        "embedding",
        "be finite numbers that are not all 0");
  }

  /**
   * Checks that an embedding is as long as those that it is to be compared with.
   *
   * @param others how long those are; empty if there are none
   * @throws ApiException INVALID_ARGUMENT if it is not
   */
  static void checkEmbeddingLength(Product product, OptionalInt others) {
    int length = product.getEmbeddingCount();
    require(
        length == 0 || others.isEmpty() || others.getAsInt() == length,
        "embedding",
        "have as many entries as the store's other embeddings: " + others.orElse(length));
  }

  /**
   * Checks the tag of a language, which may be empty.
   *
   * @throws ApiException INVALID_ARGUMENT if it is none
   */
  static void requireLanguage(String tag, String field) {
    if (!tag.isEmpty() && (tag.length() > LONGEST_LANGUAGE || !Languages.isTag(tag))) {
      throw ApiException.invalid(
          field, "be a language as BCP 47 has it, such as de or zh-Hant, of at most 35 characters");
    }
  }

  private static void checkAttributes(Product product) {
    String field = "attributes";
    require(product.getAttributesCount() <= MOST_ATTRIBUTES, field, "have at most 100 entries");
    product
        .getAttributesMap()
        .forEach(
            (name, value) -> {
              String nameRule = "have names of 1 to 100 characters";
              require(!name.isBlank(), field, nameRule);
              requireLength(name, LONGEST_ATTRIBUTE_NAME, field, nameRule);
              requireLength(
                  value, LONGEST_ATTRIBUTE_VALUE, field, "have values of at most 1,000 characters");
            });
  }

  private static void checkCategories(Product product) {
    require(
        product.getCategoriesCount() <= MOST_CATEGORIES, "categories", "have at most 10 entries");
    for (int i = 0; i < product.getCategoriesCount(); i++) {
      String field = "categories[" + i + "]";
      require(!product.getCategories(i).isBlank(), field, "be 1 to 200 characters");
      requireLength(product.getCategories(i), LONGEST_CATEGORY, field, "be 1 to 200 characters");
    }
  }

  private static void check(Money price) {
    require(
        CURRENCY.matcher(price.getCurrencyCode()).matches(),
        "price.currency_code",
        "be three capital letters, as ISO 4217 has them");
    require(
        price.getUnits() >= 0 && price.getUnits() < HIGHEST_PRICE,
        "price.units",
        "be at least 0 and less than 1,000,000,000,000");
    require(
        price.getNanos() >= 0
            && price.getNanos() < NANOS_PER_UNIT
            && price.getNanos() % NANOS_PER_MICRO == 0,
        "price.nanos",
        "be from 0 to 999,999,000 in whole thousands");
  }

  private static void requireLength(String text, int most, String field, String rule) {
    require(text.codePointCount(0, text.length()) <= most, field, rule);
  }

  private static void require(boolean kept, String field, String rule) {
    if (!kept) {
      throw ApiException.invalid("product." + field, rule);
    }
  }
}
