package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.interactions.Sequences;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How often each product is bought again, and after what time.
 *
 * @param rates how many times a day a customer who has bought the product buys it again, by product
 * @param intervals how many days lie between two purchases, by product
 * @param rate the same of all products together, for those that came later
 * @param interval likewise
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record RepeatRates(float[] rates, float[] intervals, float rate, float interval) {
  private static final double MINUTES_A_DAY = 24 * 60;

  /** Before anything is known: a product is bought again once a year. */
  private static final double YEAR = 365;

  /**
   * The rates in these orders.
   *
   * <p>A customer is watched from the first purchase of a product on; the product's rate is the
   * number of later purchases by the days of all its customers. Who never came back counts, too:
   * that tells a lamp from coffee. A product of which little is known is taken to be like all
   * others, in the measure of the prior.
   *
   * @param now the present, in minutes since 1970
   */
  static RepeatRates of(Sequences orders, int products, int now, RepeatPrior prior) {
    double[] repeats = new double[products];
    double[] watched = new double[products];
    double[] spans = new double[products];
    Int2IntOpenHashMap firsts = new Int2IntOpenHashMap();
    Int2IntOpenHashMap lasts = new Int2IntOpenHashMap();
    for (int customer = 0; customer < orders.customers(); customer++) {
      firsts.clear();
      lasts.clear();
      int end = orders.customerStarts()[customer + 1];
      for (int order = orders.customerStarts()[customer]; order < end; order++) {
        int minute = orders.minutes()[order];
        for (int i = orders.starts()[order]; i < orders.starts()[order + 1]; i++) {
          int product = orders.products()[i];
          if (firsts.containsKey(product)) {
            repeats[product]++;
            spans[product] += (minute - lasts.get(product)) / MINUTES_A_DAY;
          } else {
            firsts.put(product, minute);
          }
          lasts.put(product, minute);
        }
      }
      firsts.forEach(
          (product, minute) -> watched[product] += Math.max(0, now - minute) / MINUTES_A_DAY);
    }
    return of(repeats, watched, spans, prior);
  }

  private static RepeatRates of(
      double[] repeats, double[] watched, double[] spans, RepeatPrior prior) {
    double allRepeats = sum(repeats);
    double rate = (allRepeats + 1) / (sum(watched) + YEAR);
    double interval = (sum(spans) + YEAR) / (allRepeats + 1);
    float[] rates = new float[repeats.length];
    float[] intervals = new float[repeats.length];
    for (int product = 0; product < rates.length; product++) {
      rates[product] =
          (float)
              ((repeats[product] + prior.exposure() * rate)
                  / (watched[product] + prior.exposure()));
      intervals[product] =
          (float)
              ((spans[product] + prior.intervals() * interval)
                  / (repeats[product] + prior.intervals()));
    }
    return new RepeatRates(rates, intervals, (float) rate, (float) interval);
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  /** How many times a day a customer who has bought the product buys it again. */
  double rate(int product) {
    return product < rates.length ? rates[product] : rate;
  }

  /** How many days lie between two purchases of the product. */
  double interval(int product) {
    return product < intervals.length ? intervals[product] : interval;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeFloat(rate);
    out.writeFloat(interval);
    out.writeInt(rates.length);
    for (int product = 0; product < rates.length; product++) {
      out.writeFloat(rates[product]);
      out.writeFloat(intervals[product]);
    }
  }

  static RepeatRates read(DataInputStream in) throws IOException {
    float rate = in.readFloat();
    float interval = in.readFloat();
    float[] rates = new float[in.readInt()];
    float[] intervals = new float[rates.length];
    for (int product = 0; product < rates.length; product++) {
      rates[product] = in.readFloat();
      intervals[product] = in.readFloat();
    }
    return new RepeatRates(rates, intervals, rate, interval);
  }
}
