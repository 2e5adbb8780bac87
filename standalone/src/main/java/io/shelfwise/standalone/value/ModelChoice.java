package io.shelfwise.standalone.value;

import io.shelfwise.value.purchases.PurchaseModelKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A model as named on the command line: one of how often customers buy, or that of how much. */
sealed interface ModelChoice {
  /** A purchase model. */
  record Purchases(PurchaseModelKind kind) implements ModelChoice {
    @Override
    public String label() {
      return kind.label();
    }

    /** Whether it tells how regularly customers buy. */
    boolean hasRegularity() {
      return kind == PurchaseModelKind.BG_CNBD_K || kind == PurchaseModelKind.MBG_CNBD_K;
    }

    /** Whether time is counted in opportunities to buy, not measured. */
    boolean countsOpportunities() {
      return kind == PurchaseModelKind.BG_BB;
    }
  }

  /** Gamma-Gamma. */
  record Spend() implements ModelChoice {
    @Override
    public String label() {
      return "gamma-gamma";
    }
  }

  /** Its name. */
  String label();

  /** The models that can be named. */
  static List<ModelChoice> all() {
    List<ModelChoice> all = new ArrayList<>();
    Arrays.stream(PurchaseModelKind.values()).map(Purchases::new).forEach(all::add);
    all.add(new Spend());
    return all;
  }

  /** Reads a name. */
  final class Converter implements ITypeConverter<ModelChoice> {
    @Override
    public ModelChoice convert(String name) {
      Optional<ModelChoice> named =
          all().stream().filter(model -> model.label().equals(name)).findFirst();
      return named.orElseThrow(
          () ->
              new TypeConversionException(
                  name + " is no model (there are: " + String.join(", ", labels()) + ")"));
    }
  }

  /** The names, for the help. */
  final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return labels().iterator();
    }
  }

  private static List<String> labels() {
    return all().stream().map(ModelChoice::label).toList();
  }
}
