package io.shelfwise.recommend.algebra;

import java.util.Arrays;

/**
 * Finds the k-th largest of many numbers without sorting them all. Numbers that are not negative
 * are ordered as their bits are; so they are first counted by their leading bits, and then only
 * those are searched that have the leading bits of the k-th.
 *
 * <p>Room for one thread to work in.
 *
 * @see <a href="https://doi.org/10.1145/366622.366647">Hoare (1961), Algorithm 65: Find</a>
 */
public final class Selection {
  /** What is left of a number's 31 bits: its exponent and the first three of its digits. */
  private static final int SHIFT = 20;

  private final int[] counts = new int[1 << (31 - SHIFT)];
  private final float[] searched;

  /** Room for as many numbers at most. */
  public Selection(int most) {
    searched = new float[most];
  }

  /**
   * The k-th largest of the first {@code count} numbers, of which none is negative.
   *
   * @param k from 1, for the largest, to {@code count}
   */
  public float largest(float[] numbers, int count, int k) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < count; i++) {
      counts[leading(numbers[i])]++;
    }
    int bits = counts.length - 1;
    int place = k;
    while (counts[bits] < place) {
      place -= counts[bits--];
    }
    int size = 0;
    for (int i = 0; size < counts[bits]; i++) {
      // Written in any case, and kept or not: which cannot be foretold, as a jump would have to be.
      searched[size] = numbers[i];
      size += leading(numbers[i]) == bits ? 1 : 0;
    }
    return find(size, place - 1);
  }

  private static int leading(float number) {
    return Float.floatToRawIntBits(number) >>> SHIFT;
  }

  /** The number that would come at this place, were those searched in descending order. */
  private float find(int size, int place) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      float pivot = searched[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (searched[left] > pivot) {
          left++;
        }
        while (searched[right] < pivot) {
          right--;
        }
        if (left <= right) {
          float number = searched[left];
          searched[left++] = searched[right];
          searched[right--] = number;
        }
      }
      if (place <= right) {
        high = right;
      } else if (place >= left) {
        low = left;
      } else {
        break;
      }
    }
    return searched[place];
  }
}
