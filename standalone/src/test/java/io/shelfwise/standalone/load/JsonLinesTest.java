package io.shelfwise.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.product.v1.Product;
import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  @Test
  void everyLineIsAMessageOrTellsWhyItIsNone() {
    JsonLines<Product> lines =
        read(
            """
            {"name": "tea", "title": "Green tea"}

            {"name": "cup", "tilte": "Cup"}
            """);

    assertThat(lines.next())
        .isEqualTo(
            new Entry.Good<>(1, Product.newBuilder().setName("tea").setTitle("Green tea").build()));
    assertThat(lines.next())
        .isInstanceOfSatisfying(
            Entry.Bad.class,
            bad -> {
              assertThat(bad.row()).isEqualTo(3);
              assertThat(bad.reason()).contains("tilte");
            });
    assertThat(lines.hasNext()).isFalse();
  }

  private static JsonLines<Product> read(String text) {
    return new JsonLines<>(
        new BufferedReader(new StringReader(text)), Product.class, Product::newBuilder);
  }
}
