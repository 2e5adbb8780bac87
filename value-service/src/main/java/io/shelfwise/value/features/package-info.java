/**
 * What a customer was like as of a day, in named numbers.
 *
 * <p>A {@link io.shelfwise.value.features.FeatureSchema} says which numbers; a {@link
 * io.shelfwise.value.features.FeatureReader} reads them off a history as {@link
 * io.shelfwise.value.features.CustomerFeatures}. Nothing that happened after the day goes in, so
 * that what is learned from them was known then. The names are those of docs/models/features.md.
 */
@NullMarked
package io.shelfwise.value.features;

import org.jspecify.annotations.NullMarked;
