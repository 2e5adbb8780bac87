package io.shelfwise.standalone.onlineretail;

/** Where a row of the file goes; each goes to one. */
public enum Destination {
  /** A customer's order has this line. */
  PURCHASE("line of a customer's order"),
  /** A customer's return or cancellation has this line. */
  RETURN("line of a customer's return"),
  /** It tells what the article is called and costs, and is no one's order. */
  SALE_TO_NO_ONE("sale without a customer: catalogue only"),
  /** It tells nothing that is wanted. */
  CANCELLATION_OF_NO_ONE("cancellation without a customer"),
  /** Postage, bank charges, vouchers and the like. */
  SERVICE("postage, fee, voucher, sample: no product"),
  /** Pieces that were lost, broken or found again. */
  WRITE_OFF("stock written off"),
  /** Given away, or not priced. */
  FREE("price of zero"),
  /** Bad debt. */
  BOOKKEEPING("adjustment of the books");

  private final String text;

  Destination(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
