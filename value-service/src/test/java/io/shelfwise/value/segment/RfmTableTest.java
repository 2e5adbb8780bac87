package io.shelfwise.value.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RfmTableTest {
  /** As it stands in docs/models/value-today.md: a block for each recency, F down, M across. */
  private static final String ALL_125 =
      """
      R5        M1                  M2                  M3                  M4                  M5
      F1        new                 new                 new                 new                 new
      F2        potential-loyalist  potential-loyalist  potential-loyalist  potential-loyalist  loyal
      F3        potential-loyalist  potential-loyalist  potential-loyalist  loyal               loyal
      F4        potential-loyalist  potential-loyalist  loyal               loyal               champions
      F5        potential-loyalist  loyal               loyal               champions           champions
      R4        M1                  M2                  M3                  M4                  M5
      F1        promising           promising           promising           promising           promising
      F2        potential-loyalist  potential-loyalist  loyal               loyal               loyal
      F3        potential-loyalist  loyal               loyal               loyal               loyal
      F4        loyal               loyal               loyal               loyal               champions
      F5        loyal               loyal               loyal               champions           champions
      R3        M1                  M2                  M3                  M4                  M5
      F1        about-to-sleep      about-to-sleep      about-to-sleep      about-to-sleep      about-to-sleep
      F2        about-to-sleep      about-to-sleep      need-attention      need-attention      need-attention
      F3        about-to-sleep      need-attention      need-attention      need-attention      need-attention
      F4        need-attention      need-attention      need-attention      need-attention      loyal
      F5        need-attention      need-attention      need-attention      loyal               loyal
      R2        M1                  M2                  M3                  M4                  M5
      F1        hibernating         hibernating         hibernating         hibernating         hibernating
      F2        hibernating         hibernating         at-risk             at-risk             at-risk
      F3        hibernating         at-risk             at-risk             at-risk             at-risk
      F4        at-risk             at-risk             at-risk             at-risk             cant-lose
      F5        at-risk             at-risk             at-risk             cant-lose           cant-lose
      R1        M1                  M2                  M3                  M4                  M5
      F1        lost                lost                lost                lost                lost
      F2        lost                lost                at-risk             at-risk             cant-lose
      F3        lost                at-risk             at-risk             cant-lose           cant-lose
      F4        at-risk             at-risk             cant-lose           cant-lose           cant-lose
      F5        at-risk             cant-lose           cant-lose           cant-lose           cant-lose
      """;

  @Test
  void namesEachOfThe125Cells() {
    List<String> printed = new ArrayList<>();
    for (int r = 5; r >= 1; r--) {
      printed.add("R" + r + " M1 M2 M3 M4 M5");
      for (int f = 1; f <= 5; f++) {
        StringBuilder line = new StringBuilder("F" + f);
        for (int m = 1; m <= 5; m++) {
          line.append(' ').append(RfmTable.QUINTILES.segment(new RfmScores(r, f, m)).id());
        }
        printed.add(line.toString());
      }
    }

    assertThat(printed)
        .containsExactlyElementsOf(
            ALL_125.lines().map(line -> line.replaceAll(" +", " ")).toList());
  }

  private static List<RfmTable> tables() {
    return List.of(RfmTable.QUINTILES, RfmTable.QUARTILES);
  }

  /** Every cell has one name, since there is an answer for each, and each name has a cell. */
  @ParameterizedTest
  @MethodSource("tables")
  void usesEveryNameAndLeavesNoCellOut(RfmTable table) {
    Map<RfmSegment, Integer> cells = new EnumMap<>(RfmSegment.class);
    int bins = table.bins();
    for (int r = 1; r <= bins; r++) {
      for (int f = 1; f <= bins; f++) {
        for (int m = 1; m <= bins; m++) {
          cells.merge(table.segment(new RfmScores(r, f, m)), 1, Integer::sum);
        }
      }
    }

    assertThat(cells).containsOnlyKeys(RfmSegment.values());
    assertThat(cells.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(bins * bins * bins);
  }
}
