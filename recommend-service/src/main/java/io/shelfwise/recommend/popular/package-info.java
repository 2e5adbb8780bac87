/**
 * What can be said without any model: what many customers buy, over long (popular) and lately
 * (trending), what has just come in (new), and what a customer looked at last (recently viewed). It
 * is counted as events arrive: there is nothing to train.
 */
@NullMarked
package io.shelfwise.recommend.popular;

import org.jspecify.annotations.NullMarked;
