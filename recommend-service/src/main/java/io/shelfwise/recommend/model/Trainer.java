package io.shelfwise.recommend.model;

import io.shelfwise.recommend.interactions.TrainingData;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.concurrent.CancellationException;

/**
 * Makes a model of what customers did. Pure: the same data and settings make the same model, bit
 * for bit, on however many threads; chance comes from a seed among the settings.
 *
 * @param <M> the model
 */
public interface Trainer<M extends Model> {
  /**
   * Trains.
   *
   * @throws CancellationException if the watch ended it
   */
  M train(TrainingData data, Watch watch);

  /**
   * Reads a model from a snapshot.
   *
   * @throws IOException if it is none of these settings' kind
   */
  M read(DataInputStream in) throws IOException;
}
