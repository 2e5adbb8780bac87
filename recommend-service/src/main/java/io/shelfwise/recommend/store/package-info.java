/**
 * All that is known of a store in one place: what its customers did, what is popular, what the
 * catalogue tells, and the models that were trained last.
 */
@NullMarked
package io.shelfwise.recommend.store;

import org.jspecify.annotations.NullMarked;
