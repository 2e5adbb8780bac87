package io.shelfwise.standalone.shop.visits;

import io.shelfwise.standalone.shop.goods.Item;
import java.util.ArrayList;
import java.util.List;

/** An order in the making, which is to be worth so much. */
final class Basket {
  /** How near to its value an order has to come: a part of it, and not less than a euro. */
  private static final double PART = 0.03;

  private static final int LEAST = 100;

  private final int target;
  private final List<Line> lines = new ArrayList<>();
  private int value;

  Basket(int target) {
    this.target = target;
  }

  /** Lays pieces of a product in, unless it is there already or they cost more than is left. */
  void add(Item item, int quantity, int cents) {
    Line line = new Line(item, quantity, cents);
    if (line.value() <= remaining() + tolerance() && !contains(item)) {
      lines.add(line);
      value += line.value();
    }
  }

  boolean contains(Item item) {
    return lines.stream().anyMatch(line -> line.item().equals(item));
  }

  /** What is left to be spent, in cents; less than nothing if too much is spent. */
  int remaining() {
    return target - value;
  }

  /** How far from its value the order may end, in cents. */
  int tolerance() {
    return tolerance(target);
  }

  static int tolerance(int target) {
    return Math.max(LEAST, (int) (PART * target));
  }

  boolean isFull() {
    return !lines.isEmpty() && remaining() <= tolerance();
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }
}
