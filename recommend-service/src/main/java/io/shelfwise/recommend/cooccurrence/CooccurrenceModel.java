package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RelatedProducts;
import io.shelfwise.recommend.model.TasteVoices;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What goes with what.
 *
 * @param companions the products that are taken by the same customers
 * @param bySign for each sign, what customers do it with who take a product
 * @param signs how much each sign counts
 * @param attention what is listened to
 */
public record CooccurrenceModel(
    Companions companions, Map<Kind, Companions> bySign, List<Sign> signs, Attention attention)
    implements Model {
  public CooccurrenceModel {
    bySign = Map.copyOf(bySign);
    signs = List.copyOf(signs);
  }

  /**
   * Proposes by this model.
   *
   * <p>On a product's page stand the product's companions. To a history, a product is proposed as
   * far as the history has the product's companions: so each product is judged by the same number
   * of others, and one that everybody buys does not come up merely because it is among the
   * companions of everything.
   */
  @Override
  public Recommender recommender() {
    Attention scaled = attention.inUnitOf(companions.largest());
    Recommender onPage = new RelatedProducts(ProductRows.of(companions.of()), scaled);
    TasteVoices taste = new TasteVoices(ProductRows.of(companions.with()), scaled);
    List<SignVoices> did = new ArrayList<>();
    for (Sign sign : signs) {
      Companions ofSign = bySign.get(sign.kind());
      if (ofSign != null) {
        did.add(new SignVoices(sign, ofSign.with(), attention));
      }
    }
    Recommender forHistory =
        new RelatedProducts(
            (query, scratch) -> {
              taste.speak(query, scratch);
              did.forEach(sign -> sign.speak(query, scratch));
            });
    return (query, count, scratch) ->
        (query.history() ? forHistory : onPage).propose(query, count, scratch);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    companions.write(out);
    out.writeInt(bySign.size());
    for (Map.Entry<Kind, Companions> sign : new EnumMap<>(bySign).entrySet()) {
      out.writeUTF(sign.getKey().name());
      sign.getValue().write(out);
    }
  }

  static CooccurrenceModel read(DataInputStream in, List<Sign> signs, Attention attention)
      throws IOException {
    Companions companions = Companions.read(in);
    Map<Kind, Companions> bySign = new EnumMap<>(Kind.class);
    for (int left = in.readInt(); left > 0; left--) {
      bySign.put(Kind.valueOf(in.readUTF()), Companions.read(in));
    }
    return new CooccurrenceModel(companions, bySign, signs, attention);
  }
}
