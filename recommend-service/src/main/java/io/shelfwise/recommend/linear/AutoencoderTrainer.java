package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;

/** Learns which products foretell which, from the interests of all customers. */
public final class AutoencoderTrainer implements Trainer<AutoencoderModel> {
  private final Settings settings;
  private final Attention attention;

  /**
   * A trainer with these settings.
   *
   * @param attention what is listened to
   */
  public AutoencoderTrainer(Settings settings, Attention attention) {
    this.settings = settings;
    this.attention = attention;
  }

  /**
   * How to train.
   *
   * @param regularization what keeps it from learning the customers by heart
   * @param kept how many weights to keep for each product
   * @param largeCatalogs how to train where the products are too many to be weighed against each
   *     other at once
   */
  public record Settings(Regularization regularization, int kept, LargeCatalogs largeCatalogs) {
    public Settings {
      requirePositive("kept", kept);
    }
  }

  /**
   * How to train where there are many products.
   *
   * @param mostDenseProducts up to how many products are weighed all against each other, which
   *     takes time by the cube of their number and memory by its square
   * @param neighbors how many others a product is foretold by, where there are more
   * @param mostCustomers how many customers of a product are learned from then; of more, as many
   *     that lie evenly among them
   * @param mostProducts likewise how many products of a customer
   */
  public record LargeCatalogs(
      int mostDenseProducts, int neighbors, int mostCustomers, int mostProducts) {
    public LargeCatalogs {
      if (mostDenseProducts < 0) {
        throw new IllegalArgumentException(
            "most-dense-products: " + mostDenseProducts + " (expected: >= 0)");
      }
      requirePositive("neighbors", neighbors);
      requirePositive("most-customers", mostCustomers);
      requirePositive("most-products", mostProducts);
    }
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
    }
  }

  @Override
  public AutoencoderModel train(TrainingData data, Watch watch) {
    LearnedProducts products = LearnedProducts.of(data.interests().matrix());
    SparseMatrix weights =
        products.count() <= settings.largeCatalogs().mostDenseProducts()
            ? ExactWeights.learn(products, settings.regularization(), settings.kept(), watch)
            : approximate(products, watch);
    return new AutoencoderModel(products.ofStore(weights, data.width()), attention);
  }

  private SparseMatrix approximate(LearnedProducts products, Watch watch) {
    LargeCatalogs how = settings.largeCatalogs();
    return NeighborWeights.learn(
        products.sample(how.mostCustomers(), how.mostProducts()),
        settings.regularization(),
        how.neighbors(),
        settings.kept(),
        watch);
  }

  @Override
  public AutoencoderModel read(DataInputStream in) throws IOException {
    return new AutoencoderModel(SparseMatrix.read(in), attention);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("trainer", settings.toString(), "attention", attention.toString());
  }
}
