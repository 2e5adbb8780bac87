/**
 * Events in, the log, who the customer is.
 *
 * <p>An event comes in through {@code intake}, which checks it; {@code log} keeps it, drops it if
 * it was there already, and folds it into its customer's counts, all in one atomic step of Redis;
 * {@code customer} answers what came of it. Each of the three depends only on those before it, and
 * all reach Redis through {@code redis}. Here they are put together and served.
 */
@NullMarked
package io.shelfwise.profile;

import org.jspecify.annotations.NullMarked;
