package io.shelfwise.value.appraisal;

/**
 * A buyer on the board.
 *
 * @param customer the customer's id
 * @param membership the groups the buyer is in
 * @param orders orders placed
 * @param revenueMicros their value, in millionths
 * @param returnedMicros value of what came back, in millionths
 * @param lastOrderMillis when the latest order was placed
 * @param outlook what the models expect; nothing without models
 */
public record Row(
    String customer,
    Membership membership,
    int orders,
    long revenueMicros,
    long returnedMicros,
    long lastOrderMillis,
    Outlook outlook) {

  /**
   * What the models expect of a buyer within the usual horizon.
   *
   * @param activeProbability the probability that the buyer still buys here
   * @param purchases purchase days
   * @param value their discounted value, in the store's currency
   */
  public record Outlook(double activeProbability, double purchases, double value) {
    /** Where there are no models. */
    static final Outlook NONE = new Outlook(0, 0, 0);
  }
}
