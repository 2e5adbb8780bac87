package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.DataInputStream;
import java.io.IOException;

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
   * @param leastCustomers how many customers two products must have in common for one to speak for
   *     the other, so that nobody can be told from what is proposed
   * @param largeCatalogs how to train where the products are too many to be weighed against each
   *     other at once
   */
  public record Settings(
      Regularization regularization, int kept, int leastCustomers, LargeCatalogs largeCatalogs) {
    public Settings {
      requirePositive("least-customers", leastCustomers);
      requirePositive("kept", kept);
    }
  }

  /**
   * How to train where there are many products.
   *
   * @param mostDenseProducts up to how many products are weighed all against each other, which
   *     takes time by the cube of their number and memory by its square
   * @param neighbors how many others a product is foretold by, where there are more
   * @param mostProducts how many products of a customer are learned from; of more, as many that lie
   *     evenly among them
   */
  public record LargeCatalogs(int mostDenseProducts, int neighbors, int mostProducts) {
    public LargeCatalogs {
      if (mostDenseProducts < 0) {
        throw new IllegalArgumentException(
            "most-dense-products: " + mostDenseProducts + " (expected: >= 0)");
      }
      requirePositive("neighbors", neighbors);
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
            ? ExactWeights.learn(products, settings, watch)
            : approximate(products, watch);
    return AutoencoderModel.of(products.ofStore(weights, data.width()), attention);
  }

  private SparseMatrix approximate(LearnedProducts products, Watch watch) {
    LargeCatalogs how = settings.largeCatalogs();
    int neighbors = Math.clamp(products.count() - 1L, 1, how.neighbors());
    return NeighborWeights.learn(
        products.ofCustomers(how.mostProducts()),
        neighbors,
        settings.leastCustomers(),
        settings.regularization(),
        settings.kept(),
        watch);
  }

  @Override
  public AutoencoderModel read(DataInputStream in) throws IOException {
    return AutoencoderModel.of(SparseMatrix.read(in), attention);
  }
}
