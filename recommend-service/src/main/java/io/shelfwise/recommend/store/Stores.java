package io.shelfwise.recommend.store;

import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.popular.Newcomers;
import io.shelfwise.recommend.popular.Popularity;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The stores that have events or a catalogue. */
public final class Stores {
  private final ConcurrentHashMap<String, Store> stores = new ConcurrentHashMap<>();
  private final ShownProducts catalog;
  private final SimilarProducts similar;
  private final Settings settings;

  /** No store yet; what is shown of products and what is alike comes from the catalogue. */
  public Stores(ShownProducts catalog, SimilarProducts similar, Settings settings) {
    this.catalog = catalog;
    this.similar = similar;
    this.settings = settings;
  }

  /**
   * What is kept of a store.
   *
   * @param reach how far back it is known what a customer did
   * @param popular how popularity is counted over long
   * @param trending how popularity is counted lately
   * @param newcomers which products are new
   * @param content how many alike products are kept, and for how many products
   */
  public record Settings(
      StoreInteractions.Reach reach,
      Popularity.Settings popular,
      Popularity.Settings trending,
      Newcomers.Settings newcomers,
      ContentModel.Kept content) {
    /** By what events count: a snapshot that was written by anything else is of no use. */
    private String counting() {
      return String.join(" ", reach.toString(), popular.toString(), trending.toString());
    }
  }

  /** A store; empty if it has neither events nor a catalogue. */
  public Optional<Store> find(String id) {
    Store known = stores.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    return catalog.ids(id).isEmpty() ? Optional.empty() : Optional.of(get(id));
  }

  /** A store, which comes to be if it was not there. */
  public Store get(String id) {
    return stores.computeIfAbsent(id, this::begun);
  }

  private Store begun(String id) {
    StoreInteractions interactions = new StoreInteractions(settings.reach());
    return beginning(id, interactions, arrivals(id, interactions));
  }

  /**
   * A store of this id and its catalogue to which nothing has happened, and which is not kept: for
   * what is played again, when the catalogue's times are not of that time.
   */
  public Store blank(String id) {
    return beginning(id, new StoreInteractions(settings.reach()), Newcomers.Arrivals.NONE);
  }

  private Store beginning(String id, StoreInteractions interactions, Newcomers.Arrivals arrivals) {
    return store(
        id,
        interactions,
        new Popularity(settings.popular()),
        new Popularity(settings.trending()),
        new Newcomers(settings.newcomers()),
        arrivals);
  }

  private Newcomers.Arrivals arrivals(String id, StoreInteractions interactions) {
    return new CatalogArrivals(id, catalog, interactions.products());
  }

  private Store store(
      String id,
      StoreInteractions interactions,
      Popularity popular,
      Popularity trending,
      Newcomers newcomers,
      Newcomers.Arrivals arrivals) {
    return new Store(
        id,
        interactions,
        popular,
        trending,
        newcomers,
        arrivals,
        new Shelf(id, catalog, interactions.products()),
        new ContentModel(id, catalog, similar, interactions.products(), settings.content()),
        new CurrentModels());
  }

  /** All stores. */
  public Collection<Store> all() {
    return List.copyOf(stores.values());
  }

  /** Whether this is the store of its id still. */
  public boolean isThere(Store store) {
    return store.equals(stores.get(store.id()));
  }

  /** Drops what events made of all stores; the catalogue is not the log's, and stays. */
  public void startOver() {
    stores.clear();
  }

  /** Writes what events made of all stores; no event may be taken in meanwhile. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(settings.counting());
    Collection<Store> all = all();
    out.writeInt(all.size());
    for (Store store : all) {
      store.write(out);
    }
  }

  /**
   * Reads what {@link #write} wrote; there must be no store yet.
   *
   * @throws IOException if it was written with other settings, by which events count differently
   */
  public void read(DataInputStream in) throws IOException {
    String written = in.readUTF();
    if (!written.equals(settings.counting())) {
      throw new IOException("settings: " + written + " (expected: " + settings.counting() + ")");
    }
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      String id = in.readUTF();
      StoreInteractions interactions = StoreInteractions.read(in, settings.reach());
      Popularity popular = Popularity.read(in, settings.popular());
      Popularity trending = Popularity.read(in, settings.trending());
      Newcomers newcomers = Newcomers.read(in, settings.newcomers());
      stores.put(
          id, store(id, interactions, popular, trending, newcomers, arrivals(id, interactions)));
    }
  }
}
