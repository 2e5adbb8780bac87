package io.shelfwise.recommend.interactions;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What one customer did, action by action, in the order of time: the newest {@code capacity}
 * actions. Where a {@link History} sums up by product, this keeps the order and what was done
 * together: orders and visits are read from it.
 *
 * <p>Flat arrays side by side, because a store has millions of them. One thread writes; any may
 * read.
 */
final class Journal {
  private int size;
  private int[] products = new int[4];
  private int[] minutes = new int[4];
  private byte[] kinds = new byte[4];

  /** Adds an action; when the journal is full, the oldest makes room. */
  synchronized void add(int product, Kind kind, int minute, int capacity) {
    if (size >= capacity) {
      if (minute < minutes[0]) {
        return;
      }
      move(1, 0, size - 1);
      size--;
    } else if (size == products.length) {
      grow(Math.min(capacity, 2 * size));
    }
    int at = size;
    while (at > 0 && minutes[at - 1] > minute) {
      at--;
    }
    move(at, at + 1, size - at);
    products[at] = product;
    minutes[at] = minute;
    kinds[at] = kind.code();
    size++;
  }

  private void grow(int length) {
    products = Arrays.copyOf(products, length);
    minutes = Arrays.copyOf(minutes, length);
    kinds = Arrays.copyOf(kinds, length);
  }

  private void move(int from, int to, int length) {
    System.arraycopy(products, from, products, to, length);
    System.arraycopy(minutes, from, minutes, to, length);
    System.arraycopy(kinds, from, kinds, to, length);
  }

  /** The actions as they are now. */
  synchronized Trail trail() {
    Kind[] told = new Kind[size];
    for (int i = 0; i < size; i++) {
      told[i] = Kind.of(kinds[i]);
    }
    return new Trail(Arrays.copyOf(products, size), Arrays.copyOf(minutes, size), told);
  }

  synchronized void write(DataOutputStream out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeInt(products[i]);
      out.writeInt(minutes[i]);
      out.writeByte(kinds[i]);
    }
  }

  static Journal read(DataInputStream in) throws IOException {
    Journal read = new Journal();
    int size = in.readInt();
    read.grow(Math.max(4, size));
    for (int i = 0; i < size; i++) {
      read.products[i] = in.readInt();
      read.minutes[i] = in.readInt();
      read.kinds[i] = Kind.of(in.readByte()).code();
    }
    read.size = size;
    return read;
  }
}
