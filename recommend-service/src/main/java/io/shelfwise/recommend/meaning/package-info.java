/**
 * What texts are about, learned from which words stand together in them: latent semantic analysis.
 *
 * <p>{@link io.shelfwise.recommend.meaning.MeaningTrainer} finds the few directions in which the
 * texts of a catalogue differ most, and {@link io.shelfwise.recommend.meaning.MeaningModel} places
 * any text in them, also one that it has not seen. Nothing here knows of products or of an index.
 */
@NullMarked
package io.shelfwise.recommend.meaning;

import org.jspecify.annotations.NullMarked;
