package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.Chance;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class ProductSourceTest {
  /** Property: what is written is read again, whatever it is. */
  @Test
  void aProductComesBackAsItWas() throws IOException {
    Random random = Chance.random();
    for (int round = 0; round < 20; round++) {
      CatalogProduct product = anyProduct(random);
      assertThat(ProductSource.read(ProductSource.write(product))).isEqualTo(product);
    }
  }

  @Test
  void aFormatOfTheFutureIsRefused() {
    BytesRef source = ProductSource.write(Products.whole("kettle"));
    source.bytes[source.offset]++;
    assertThatThrownBy(() -> ProductSource.read(source))
        .isInstanceOf(IOException.class)
        .hasMessage("product format: 4 (expected: 1 to 3)");
  }

  private static CatalogProduct anyProduct(Random random) {
    Optional<Price> price =
        random.nextBoolean()
            ? Optional.of(new Price("EUR", random.nextLong(Long.MAX_VALUE)))
            : Optional.empty();
    return new CatalogProduct(
        "p" + random.nextInt(),
        new Wording(anyText(random), anyText(random), anyText(random), anyTexts(random), "de"),
        new Offer(
            price,
            random.nextDouble(),
            random.nextLong(Long.MAX_VALUE),
            any(Availability.values(), random),
            random.nextBoolean()),
        anyTexts(random).stream()
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> anyText(random))),
        anyText(random),
        random.nextBoolean()
            ? Optional.of(Embedding.of(random.nextFloat(), -random.nextFloat()))
            : Optional.empty(),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
  }

  private static <T> T any(T[] values, Random random) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private static List<String> anyTexts(Random random) {
    return IntStream.range(0, random.nextInt(5)).mapToObj(i -> anyText(random)).toList();
  }

  /** Characters of one to four bytes. */
  private static String anyText(Random random) {
    return random
        .ints(random.nextInt(50), 1, 0x1FFFF)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
