package io.shelfwise.recommend.sessions;

/**
 * How loud a past visit speaks for each of its products, worked out beforehand.
 *
 * @param closeness by how many steps a product lies from the one that was met: {@code d^−focus},
 *     and what lies before it {@code before} times that; the middle of the array is the product
 *     that was met
 * @param rarity of each product, {@code commonness^−rarity}; 0 for one that no visit came by
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record Loudness(float[] closeness, float[] rarity) {

  /** That of these visits. */
  static Loudness of(Sessions sessions, SessionNearness nearness) {
    int longest = 1;
    for (int visit = 0; visit < sessions.size(); visit++) {
      longest = Math.max(longest, sessions.length(visit));
    }
    float[] closeness = new float[2 * longest - 1];
    int met = longest - 1;
    closeness[met] = 1;
    for (int steps = 1; steps < longest; steps++) {
      double near = Math.pow(steps, -nearness.focus());
      closeness[met + steps] = (float) near;
      closeness[met - steps] = (float) (nearness.before() * near);
    }
    float[] rarity = new float[sessions.width()];
    for (int product = 0; product < rarity.length; product++) {
      double commonness = sessions.commonness()[product];
      rarity[product] = commonness == 0 ? 0 : (float) Math.pow(commonness, -nearness.rarity());
    }
    return new Loudness(closeness, rarity);
  }

  /** Where it stands how close something is that lies so many steps behind what was met. */
  int at(int steps) {
    return closeness.length / 2 + steps;
  }
}
