/**
 * What goes with what, because the same customers like both: the log-likelihood ratio of each pair
 * of products tells how far their meeting is from chance.
 */
@NullMarked
package io.shelfwise.recommend.cooccurrence;

import org.jspecify.annotations.NullMarked;
