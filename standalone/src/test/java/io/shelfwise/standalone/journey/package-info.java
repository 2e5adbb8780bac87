/**
 * The journey: what a shop does with Shelfwise, from the first import to the day on which Redis was
 * gone, through REST. It is written once, in {@link io.shelfwise.standalone.journey.Journey}, and
 * made at every {@link io.shelfwise.standalone.journey.Site} there is.
 */
@NullMarked
package io.shelfwise.standalone.journey;

import org.jspecify.annotations.NullMarked;
