/**
 * Seeded chance: every customer and every product draws from a stream of its own, so that what is
 * drawn depends on nothing but the seed, neither on threads nor on the order of work.
 */
@NullMarked
package io.shelfwise.standalone.shop.chance;

import org.jspecify.annotations.NullMarked;
