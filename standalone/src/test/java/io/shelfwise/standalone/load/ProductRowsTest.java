package io.shelfwise.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.Product.Availability;
import java.io.StringReader;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductRowsTest {
  @Test
  void everyColumnIsRead() {
    assertThat(
            first(
                """
                id,title,description,brand,categories,price,currency,margin,stock,availability,hidden,uri,language,embedding,attribute.colour
                tea,Green tea,Loose leaf,Leaf & Co,Kitchen > Tea,3.75,EUR,0.4,12,out of stock,no,https://shop.example/tea,en-GB,0.5 -1e-1,green
                """))
        .isEqualTo(
            new Entry.Good<>(
                2,
                Product.newBuilder()
                    .setName("tea")
                    .setTitle("Green tea")
                    .setDescription("Loose leaf")
                    .setBrand("Leaf & Co")
                    .addCategories("Kitchen")
                    .addCategories("Tea")
                    .setPrice(
                        Money.newBuilder().setCurrencyCode("EUR").setUnits(3).setNanos(750_000_000))
                    .setMargin(0.4)
                    .setStock(12)
                    .setAvailability(Availability.AVAILABILITY_OUT_OF_STOCK)
                    .setUri("https://shop.example/tea")
                    .setLanguageCode("en-GB")
                    .addEmbedding(0.5f)
                    .addEmbedding(-0.1f)
                    .putAttributes("colour", "green")
                    .build()));
  }

  @Test
  void idAndTitleAreEnough() {
    assertThat(first("id,title\ntea,Green tea\n"))
        .isEqualTo(
            new Entry.Good<>(2, Product.newBuilder().setName("tea").setTitle("Green tea").build()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,Tea,,        | id: nothing (expected: a value)
          tea,,,        | title: nothing (expected: a value)
          tea,Tea,gone, | availability: gone (expected: in stock, out of stock, discontinued)
          tea,Tea,,hm   | hidden: hm (expected: true or false)
          tea,Tea,,,1 x | embedding: 1 x (expected: numbers such as 0.12 -0.5)
          """)
  void whatCannotBeReadIsToldByColumn(String row, String reason) {
    assertThat(first("id,title,availability,hidden,embedding\n" + row + "\n"))
        .isEqualTo(new Entry.Bad<>(2, reason));
  }

  private static Entry<Product> first(String table) {
    return new ProductRows(
            CsvRows.open(new StringReader(table), CsvRows.Dialect.PLAIN),
            new CellForms(ZoneId.of("UTC"), "GBP"))
        .next();
  }
}
