package io.shelfwise.recommend.model;

import java.util.concurrent.LinkedBlockingDeque;

/**
 * Room for a recommender to work in, used again and again, so that a query makes little garbage
 * beside its answer.
 */
public final class Scratch {
  /** What speaks. */
  public final Voices voices = new Voices();

  /** Scores of products. */
  public final Scores products = new Scores();

  /** What the one who asks brings along, product by product. */
  public final Scores own = new Scores();

  /** Scores of customers. */
  public final Scores customers = new Scores();

  /** How many customers speak for each product. */
  public final Scores supporters = new Scores();

  /** What customers' ratings have in common. */
  public final CommonRatings ratings = new CommonRatings();

  /** The best customers. */
  public final Best neighbors = new Best();

  /** The best products. */
  public final Best best = new Best();

  /** Where the best products stand. */
  public final Places places = new Places();

  /** Where the products stand that speak. */
  public final Places speaking = new Places();

  /** The parts that the scores of the best products are made of. */
  public final Parts parts = new Parts();

  /** What the scores of the best products are due to. */
  public final Shares shares = new Shares();

  /** Vectors of floats, by number. */
  private final float[][] vectors = new float[8][0];

  /** Integers, one for each of many things. */
  private int[] numbers = new int[0];

  /** A vector of at least this length, one of eight; it holds what was left in it. */
  public float[] vector(int number, int length) {
    if (vectors[number].length < length) {
      vectors[number] = new float[Math.max(length, 2 * vectors[number].length)];
    }
    return vectors[number];
  }

  /** At least so many integers; they hold what was left in them. */
  public int[] numbers(int length) {
    if (numbers.length < length) {
      numbers = new int[Math.max(length, 2 * numbers.length)];
    }
    return numbers;
  }

  /** Rooms that are free. There are never more of them kept than calls can make use of at once. */
  public static final class Pool {
    private final LinkedBlockingDeque<Scratch> free;

    /** A pool that keeps so many. */
    public Pool(int most) {
      free = new LinkedBlockingDeque<>(most);
    }

    /**
     * A room of one's own, to be given back: the one that was used last, which the processor holds
     * nearest.
     */
    public Scratch take() {
      Scratch room = free.pollFirst();
      return room == null ? new Scratch() : room;
    }

    /** Gives a room back, in whatever state it is. */
    public void giveBack(Scratch room) {
      free.offerFirst(room);
    }
  }
}
