package io.shelfwise.recommend.endpoint;

import static com.google.protobuf.ByteString.copyFromUtf8;

import com.google.type.Money;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.propose.Categories.Category;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A store's products as answers tell them, by number, kept from answer to answer: an answer tells
 * hundreds of products, and most are as they were. One takes about 300 bytes, from the first answer
 * that tells it.
 */
final class CandidateProducts {
  private static final long MICROS_A_UNIT = 1_000_000;
  private static final int NANOS_A_MICRO = 1000;

  private final String namePrefix;
  private volatile AtomicReferenceArray<@Nullable Told> products = new AtomicReferenceArray<>(64);

  /** Those of a store; none has been told yet. */
  CandidateProducts(String store) {
    this.namePrefix = Names.PRODUCT.format(store, "");
  }

  private record Told(ShownProduct shown, Category category, CandidateProduct message) {
    boolean isStill(ShownProduct nowShown, Category nowIn, long buyers) {
      return shown.equals(nowShown) && category.equals(nowIn) && message.getBuyerCount() == buyers;
    }
  }

  /**
   * A product as it is told.
   *
   * @param number the product's
   * @param category by which it counts
   * @param buyers how many customers have bought it
   */
  CandidateProduct get(int number, ShownProduct shown, Category category, long buyers) {
    AtomicReferenceArray<@Nullable Told> known = products;
    if (number >= known.length()) {
      known = grow(number);
    }
    Told told = known.get(number);
    if (told == null || !told.isStill(shown, category, buyers)) {
      told = new Told(shown, category, message(shown, category, buyers));
      known.set(number, told);
    }
    return told.message();
  }

  /**
   * With its texts in the form in which they are sent, so that no answer need encode them again.
   */
  private CandidateProduct message(ShownProduct shown, Category category, long buyers) {
    CandidateProduct.Builder product =
        CandidateProduct.newBuilder()
            .setNameBytes(copyFromUtf8(namePrefix + shown.id()))
            .setTitleBytes(copyFromUtf8(shown.title()))
            .setCategoryBytes(copyFromUtf8(category.name()))
            .setCategoryPredicted(category.supposed())
            .setBrandBytes(copyFromUtf8(shown.brand()))
            .setMargin(shown.margin())
            .setBuyerCount(buyers);
    if (!shown.priceCurrency().isEmpty()) {
      product.setPrice(
          Money.newBuilder()
              .setCurrencyCode(shown.priceCurrency())
              .setUnits(shown.priceMicros() / MICROS_A_UNIT)
              .setNanos((int) (shown.priceMicros() % MICROS_A_UNIT) * NANOS_A_MICRO));
    }
    return product.build();
  }

  /** What another thread keeps at the same time may be lost, and is made again. */
  private synchronized AtomicReferenceArray<@Nullable Told> grow(int number) {
    AtomicReferenceArray<@Nullable Told> known = products;
    if (number < known.length()) {
      return known;
    }
    AtomicReferenceArray<@Nullable Told> larger = new AtomicReferenceArray<>(2 * number);
    for (int i = 0; i < known.length(); i++) {
      larger.set(i, known.get(i));
    }
    products = larger;
    return larger;
  }
}
