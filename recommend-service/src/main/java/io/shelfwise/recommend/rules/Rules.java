package io.shelfwise.recommend.rules;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules: whoever buys the products of a condition buys the conclusion too. In flat arrays, which no
 * one writes.
 *
 * <p>The conditions of product {@code p} are those of whose products {@code p} is in the fewest
 * orders: {@code firsts[p]} to {@code firsts[p + 1] - 1}. The products of condition {@code c} stand
 * at {@code conditionStarts[c]} to {@code conditionStarts[c + 1] - 1}, that one first; its rules
 * are {@code ruleStarts[c]} to {@code ruleStarts[c + 1] - 1}, the strongest first.
 *
 * @param products the products of the conditions
 * @param conclusions the product that each rule comes to
 * @param together how many orders have the condition and the conclusion
 * @param confidences which part that is of the orders that have the condition
 * @param lifts how many times as often that is as among all orders
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Rules(
    int[] firsts,
    int[] conditionStarts,
    int[] products,
    int[] ruleStarts,
    int[] conclusions,
    int[] together,
    float[] confidences,
    float[] lifts) {

  /**
   * How strong a rule is: {@code confidence × ln(1 + lift) ÷ length²}.
   *
   * <p>Confidence alone would have everybody take what everybody buys. Of {@code n} products there
   * are {@code n²/2} pairs, most of which say once more what each of the two says; so a rule counts
   * the less the longer its condition is.
   *
   * @param length how many products the condition has
   */
  static double strength(double confidence, double lift, int length) {
    return confidence * Math.log1p(lift) / (length * length);
  }

  /** The strengths of all rules. */
  float[] strengths() {
    float[] strengths = new float[size()];
    for (int condition = 0; condition < ruleStarts.length - 1; condition++) {
      int length = conditionStarts[condition + 1] - conditionStarts[condition];
      for (int rule = ruleStarts[condition]; rule < ruleStarts[condition + 1]; rule++) {
        strengths[rule] = (float) strength(confidences[rule], lifts[rule], length);
      }
    }
    return strengths;
  }

  /** How many rules there are. */
  int size() {
    return conclusions.length;
  }

  /** The condition of a rule. */
  int conditionOf(int rule) {
    int before = 0;
    int after = ruleStarts.length - 1;
    while (after - before > 1) {
      int middle = (before + after) >>> 1;
      if (ruleStarts[middle] <= rule) {
        before = middle;
      } else {
        after = middle;
      }
    }
    return before;
  }

  /** The products of a condition. */
  List<Integer> condition(int condition) {
    List<Integer> of = new ArrayList<>();
    for (int i = conditionStarts[condition]; i < conditionStarts[condition + 1]; i++) {
      of.add(products[i]);
    }
    return of;
  }

  void write(DataOutputStream out) throws IOException {
    write(firsts, out);
    write(conditionStarts, out);
    write(products, out);
    write(ruleStarts, out);
    write(conclusions, out);
    write(together, out);
    for (int rule = 0; rule < conclusions.length; rule++) {
      out.writeFloat(confidences[rule]);
      out.writeFloat(lifts[rule]);
    }
  }

  static Rules read(DataInputStream in) throws IOException {
    int[] firsts = ints(in);
    int[] conditionStarts = ints(in);
    int[] products = ints(in);
    int[] ruleStarts = ints(in);
    int[] conclusions = ints(in);
    int[] together = ints(in);
    float[] confidences = new float[conclusions.length];
    float[] lifts = new float[conclusions.length];
    for (int rule = 0; rule < conclusions.length; rule++) {
      confidences[rule] = in.readFloat();
      lifts[rule] = in.readFloat();
    }
    return new Rules(
        firsts, conditionStarts, products, ruleStarts, conclusions, together, confidences, lifts);
  }

  private static void write(int[] numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int[] numbers = new int[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }
}
