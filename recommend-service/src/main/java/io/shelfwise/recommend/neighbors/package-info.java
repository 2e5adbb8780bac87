/**
 * What customers of a like taste like: the neighbours of a customer are looked up at the moment of
 * asking, by what the customer likes now.
 */
@NullMarked
package io.shelfwise.recommend.neighbors;

import org.jspecify.annotations.NullMarked;
