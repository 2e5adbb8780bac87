package io.shelfwise.standalone.value;

import io.shelfwise.value.simulate.SimulatedCustomer;
import io.shelfwise.value.simulate.SimulatedPurchase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;

/**
 * Writes simulated customers as CSV with a row for each purchase, packed by gzip if the file's name
 * ends in {@code .gz}. Times are weeks from the population's first day on, to less than a second;
 * of a population that is watched by the day, they are days of the calendar.
 */
final class PopulationFile implements AutoCloseable {
  /**
   * The population's first day, so that calibration ends on the day on which that of CDNOW does.
   */
  static final LocalDate FIRST_DAY = LocalDate.of(1996, 12, 31);

  private static final int BUFFER = 1 << 16;
  private static final double DAYS_PER_WEEK = 7;
  private static final int TIME_DECIMALS = 6;
  private static final int AMOUNT_DECIMALS = 4;

  private final Writer out;
  private final boolean byDay;
  private final StringBuilder row = new StringBuilder();

  private PopulationFile(Writer out, boolean byDay) {
    this.out = out;
    this.byDay = byDay;
  }

  /** Begins a file. */
  static PopulationFile create(Path path, boolean byDay) throws IOException {
    OutputStream bytes = Files.newOutputStream(path);
    OutputStream packed =
        path.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, BUFFER) : bytes;
    Writer out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), BUFFER);
    out.write("customer,time,amount\n");
    return new PopulationFile(out, byDay);
  }

  /** Writes a customer's purchases. */
  void write(SimulatedCustomer customer) {
    row.setLength(0);
    for (SimulatedPurchase purchase : customer.purchases()) {
      row.append(customer.id()).append(',');
      double day = customer.birthDay() + purchase.day();
      if (byDay) {
        row.append(FIRST_DAY.plusDays((long) day));
      } else {
        append(day / DAYS_PER_WEEK, TIME_DECIMALS);
      }
      row.append(',');
      append(purchase.value(), AMOUNT_DECIMALS);
      row.append('\n');
    }
    try {
      out.append(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends a number that is not negative, which takes a tenth of what formatting it does. */
  private void append(double number, int decimals) {
    long scale = (long) Math.pow(10, decimals);
    long scaled = Math.round(number * scale);
    row.append(scaled / scale).append('.');
    String fraction = Long.toString(scaled % scale);
    row.repeat('0', decimals - fraction.length()).append(fraction);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
