package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers a store's products from 0, in the order in which they were first bought, so that a
 * history names a product in four bytes. One thread adds, any number read.
 */
public final class ProductDictionary {
  private final Map<String, Integer> numbers = new HashMap<>();
  private volatile String[] products = new String[0];
  private volatile int size;

  ProductDictionary() {}

  /** The number of a product, which is given one if it has none; for the thread that adds. */
  int number(String product) {
    Integer known = numbers.get(product);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    String[] kept = products;
    if (number == kept.length) {
      kept = Arrays.copyOf(kept, Math.max(16, 2 * number));
    }
    kept[number] = product;
    // The size last, so that who reads it sees what is below it.
    products = kept;
    numbers.put(product, number);
    size = number + 1;
    return number;
  }

  /** How many products have a number. */
  public int size() {
    return size;
  }

  /** The product of a number that a history named. */
  public String product(int number) {
    return products[number];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeUTF(products[i]);
    }
  }

  static ProductDictionary read(DataInput in) throws IOException {
    ProductDictionary dictionary = new ProductDictionary();
    for (int count = in.readInt(); count > 0; count--) {
      var _ = dictionary.number(in.readUTF());
    }
    return dictionary;
  }
}
