package io.shelfwise.recommend.model;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Room for a recommender to work in, used again and again, so that a query makes no garbage but its
 * answer.
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

  /** The parts that the scores of the best products are made of. */
  public final Parts parts = new Parts();

  /** What the scores of the best products are due to. */
  public final Shares shares = new Shares();

  /** Vectors of floats, by number. */
  private final float[][] vectors = new float[8][0];

  /** Where each product stands, counted from 1; 0 for a product that does not. */
  private int[] places = new int[0];

  /** A vector of at least this length, one of eight; it holds what was left in it. */
  public float[] vector(int number, int length) {
    if (vectors[number].length < length) {
      vectors[number] = new float[Math.max(length, 2 * vectors[number].length)];
    }
    return vectors[number];
  }

  /** Notes where each of the best products stands. */
  public void notePlaces() {
    for (int i = 0; i < best.size(); i++) {
      int product = best.number(i);
      if (product >= places.length) {
        places = Arrays.copyOf(places, Math.max(product + 1, 2 * places.length));
      }
      places[product] = i + 1;
    }
  }

  /** Where a product stands among the best, from 0; -1 if it does not. */
  public int placeOf(int product) {
    return product < places.length ? places[product] - 1 : -1;
  }

  /** Forgets where the products stand. */
  public void clearPlaces() {
    for (int i = 0; i < best.size(); i++) {
      places[best.number(i)] = 0;
    }
  }

  /** Rooms that are free. There are never more of them kept than calls can make use of at once. */
  public static final class Pool {
    private final ArrayBlockingQueue<Scratch> free;

    /** A pool that keeps so many. */
    public Pool(int most) {
      free = new ArrayBlockingQueue<>(most);
    }

    /** A room of one's own, to be given back. */
    public Scratch take() {
      Scratch room = free.poll();
      return room == null ? new Scratch() : room;
    }

    /** Gives a room back, in whatever state it is. */
    public void giveBack(Scratch room) {
      free.offer(room);
    }
  }
}
