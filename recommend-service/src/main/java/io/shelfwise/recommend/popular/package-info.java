/**
 * What many customers buy, over long (popular) and lately (trending). Counted as events arrive:
 * there is nothing to train.
 */
@NullMarked
package io.shelfwise.recommend.popular;

import org.jspecify.annotations.NullMarked;
