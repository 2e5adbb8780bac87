package io.shelfwise.standalone.shop.people;

import io.shelfwise.standalone.shop.goods.Category;
import java.util.List;

/**
 * A latent reason to buy, such as the baker's. Customers are mixed from few of them, and so are
 * alike in groups.
 *
 * @param styles of makers, dearest first
 * @param categories of goods, dearest first
 */
public record Taste(String name, List<String> styles, List<Category> categories) {
  public Taste {
    styles = List.copyOf(styles);
    categories = List.copyOf(categories);
  }

  /** How much of what this taste buys is of the category at a place in its list. */
  double share(int place) {
    double sum = 0;
    for (int i = 0; i < categories.size(); i++) {
      sum += 1.0 / (i + 2);
    }
    return 1.0 / (place + 2) / sum;
  }
}
