package io.shelfwise.value.regress;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How rows of numbers are written. */
final class Numbers {
  private Numbers() {}

  static void write(double[] numbers, DataOutput out) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  static double[] read(DataInput in) throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }
}
