package io.shelfwise.recommend;

import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.evaluate.TrainedShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A shop whose catalogue, if it has one, lies in a folder that is gone when it is closed. */
public final class OfflineShop implements AutoCloseable {
  private final TrainedShop trained;
  private final Runnable end;

  private OfflineShop(TrainedShop trained, Runnable end) {
    this.trained = trained;
    this.end = end;
  }

  static OfflineShop of(TrainedShop trained) {
    return new OfflineShop(trained, () -> {});
  }

  static OfflineShop open(
      List<CatalogProduct> products,
      LuceneSimilarProducts.Settings settings,
      BiFunction<Catalog, LuceneSimilarProducts, TrainedShop> make) {
    Path folder = folder();
    Catalog catalog = Catalog.open(Catalog.Settings.usual(folder));
    catalog.write(OfflineRecommenders.STORE, products);
    LuceneSimilarProducts similar = new LuceneSimilarProducts(catalog, settings);
    return new OfflineShop(
        make.apply(catalog, similar),
        () -> {
          similar.close();
          catalog.close();
          delete(folder);
        });
  }

  /** The shop, to be trained and asked. */
  public TrainedShop trained() {
    return trained;
  }

  @Override
  public void close() {
    end.run();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("shelfwise-evaluate");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
