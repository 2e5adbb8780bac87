package io.shelfwise.recommend.store;

import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.popular.Newcomers;
import io.shelfwise.recommend.popular.Popularity;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What is known of one store.
 *
 * @param id the store's id
 * @param interactions what its customers did
 * @param popular what many bought, over long
 * @param trending what many bought lately
 * @param newcomers what has come in lately
 * @param arrivals when products were put into the catalogue
 * @param shelf what is shown of its products
 * @param content what its catalogue tells alike
 * @param models the models that were trained on this
 */
public record Store(
    String id,
    StoreInteractions interactions,
    Popularity popular,
    Popularity trending,
    Newcomers newcomers,
    Newcomers.Arrivals arrivals,
    Shelf shelf,
    ContentModel content,
    CurrentModels models) {

  /** Takes in what was done; for the one thread that follows the log. */
  public void add(Interaction done) {
    int lastPurchase = interactions.add(done);
    int product = interactions.products().find(done.product());
    popular.add(done, product, lastPurchase);
    trending.add(done, product, lastPurchase);
    newcomers.add(done, product);
  }

  /**
   * Forgets a customer who was erased; for the one thread that follows the log. What models have
   * learned of the customer leaves with the next training.
   */
  public void forget(String customer) {
    interactions
        .forget(customer)
        .ifPresent(
            known -> {
              popular.takeBack(known);
              trending.takeBack(known);
            });
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(id);
    interactions.write(out);
    popular.write(out);
    trending.write(out);
    newcomers.write(out);
  }
}
