package io.shelfwise.standalone.onlineretail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;

/**
 * A row of the file.
 *
 * @param number the row, as a spreadsheet counts: that of the titles is 1
 * @param invoice the invoice's number; one that begins with C is a cancellation, one that begins
 *     with A an adjustment of the books
 * @param stockCode the article's code in upper case: the file writes {@code 85123a} and {@code
 *     85123A} for the same article
 * @param description what the article was called, without blanks around it; may be empty
 * @param quantity how many pieces, negative for what came back or was written off
 * @param time when, by the clock in London
 * @param price what a piece cost, in pounds
 * @param customer the customer's number; empty if it is not known
 * @param country where the customer lives
 */
record SalesRow(
    long number,
    String invoice,
    String stockCode,
    String description,
    int quantity,
    LocalDateTime time,
    BigDecimal price,
    String customer,
    String country) {
  /**
   * Postage, carriage, bank charges, manual entries, discounts, samples, fees, donations, packing,
   * bad debt.
   */
  private static final Set<String> SERVICES =
      Set.of("POST", "DOT", "C2", "M", "D", "S", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS", "B");

  private static final String GIFT_VOUCHER = "GIFT_0001_";

  SalesRow {
    stockCode = stockCode.toUpperCase(Locale.ROOT);
    description = description.strip();
  }

  /** Where this row goes. The first that fits counts. */
  Destination destination() {
    if (invoice.startsWith("A")) {
      return Destination.BOOKKEEPING;
    }
    if (SERVICES.contains(stockCode) || stockCode.startsWith(GIFT_VOUCHER)) {
      return Destination.SERVICE;
    }
    boolean cancellation = invoice.startsWith("C");
    if (quantity <= 0 && !cancellation) {
      return Destination.WRITE_OFF;
    }
    if (price.signum() <= 0) {
      return Destination.FREE;
    }
    if (customer.isEmpty()) {
      return cancellation ? Destination.CANCELLATION_OF_NO_ONE : Destination.SALE_TO_NO_ONE;
    }
    return cancellation ? Destination.RETURN : Destination.PURCHASE;
  }
}
