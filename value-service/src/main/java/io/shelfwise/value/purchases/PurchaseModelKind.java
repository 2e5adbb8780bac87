package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.UnfitException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The purchase models there are. Whoever adds one adds it here: its name, how it is fitted, and how
 * it is made again of what was kept of a fit.
 */
public enum PurchaseModelKind {
  /** Customers buy at rates of their own, and never leave. */
  NBD("nbd"),
  /** Customers leave after a repeat purchase, or never. */
  BG_NBD("bg-nbd"),
  /** Customers leave after any purchase, the first one too. */
  MBG_NBD("mbg-nbd"),
  /** BG/NBD for customers who buy more regularly than at random. */
  BG_CNBD_K("bg-cnbd-k"),
  /** MBG/NBD for customers who buy more regularly than at random. */
  MBG_CNBD_K("mbg-cnbd-k"),
  /** Customers leave at any time. */
  PARETO_NBD("pareto-nbd"),
  /** Opportunities to buy are counted; customers use them or not, and leave before any. */
  BG_BB("bg-bb");

  private final String label;

  PurchaseModelKind(String label) {
    this.label = label;
  }

  /** What it is called in settings, on the command line and in answers. */
  public String label() {
    return label;
  }

  /**
   * Whether a customer can leave after the first purchase. Under the others who bought once is
   * still there for certain, so they tell nothing of whether such a customer is.
   */
  public boolean leavesAfterFirst() {
    return this == MBG_NBD || this == MBG_CNBD_K || this == PARETO_NBD;
  }

  /** The one of that name; empty if there is none. */
  public static Optional<PurchaseModelKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /**
   * The model under which a sample is likeliest.
   *
   * @throws UnfitException if the sample does not determine one
   */
  public PurchaseModel fit(PurchaseSample sample) {
    return switch (this) {
      case NBD -> NbdTrainer.fit(sample);
      case BG_NBD, MBG_NBD -> BetaGeometricTrainer.fit(this, 1, sample);
      case BG_CNBD_K, MBG_CNBD_K -> BetaGeometricTrainer.fitRegularity(this, sample);
      case PARETO_NBD -> ParetoNbdTrainer.fit(sample);
      case BG_BB -> BgBbTrainer.fit(sample);
    };
  }

  /** The model that a fit came to. */
  public static PurchaseModel restore(PurchaseFit fit) {
    return switch (fit.kind()) {
      case NBD -> new NbdModel(fit);
      case BG_NBD, MBG_NBD, BG_CNBD_K, MBG_CNBD_K -> new BetaGeometricModel(fit);
      case PARETO_NBD -> new ParetoNbdModel(fit);
      case BG_BB -> new BgBbModel(fit);
    };
  }
}
