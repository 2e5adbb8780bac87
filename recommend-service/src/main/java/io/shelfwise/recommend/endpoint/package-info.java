/** Answers the calls that this service takes about candidates and recommenders. */
@NullMarked
package io.shelfwise.recommend.endpoint;

import org.jspecify.annotations.NullMarked;
