/**
 * What the shop decides about its recommendations, apart from any request.
 *
 * <p>A {@link io.shelfwise.gateway.rules.Placement} is a place on the shop's pages and says which
 * recommenders have a say there and what must not be shown; {@link
 * io.shelfwise.gateway.rules.Placements} are all of them. A {@link
 * io.shelfwise.gateway.rules.Weighting} is what counts there for customers of certain segments, or
 * with long histories, and a {@link io.shelfwise.gateway.rules.Scorer} lets the shop's own interest
 * count. {@link io.shelfwise.gateway.rules.Spread} keeps one category from filling the shelf, and
 * {@link io.shelfwise.gateway.rules.Exploration} keeps some places for what hardly anybody has
 * bought yet. Placements are data: a new one is a few lines of settings.
 */
@NullMarked
package io.shelfwise.gateway.rules;

import org.jspecify.annotations.NullMarked;
