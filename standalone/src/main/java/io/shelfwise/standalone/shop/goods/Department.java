package io.shelfwise.standalone.shop.goods;

import java.util.List;

/**
 * The widest group of goods.
 *
 * @param code what the ids of its products begin with
 * @param season how much it is asked for from January to December; about 1 on average
 */
public record Department(String code, String name, List<Double> season) {
  private static final int MONTHS = 12;

  public Department {
    season = List.copyOf(season);
    if (season.size() != MONTHS) {
      throw new IllegalArgumentException("season: " + season + " (expected: 12 numbers)");
    }
  }
}
