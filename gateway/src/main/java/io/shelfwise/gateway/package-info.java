/**
 * The shop's one address: takes calls over REST and gRPC, passes on what another service answers,
 * and answers what to show.
 *
 * <p>A call over REST becomes a gRPC call by {@link io.shelfwise.gateway.http}, and goes to the
 * same handlers as one that came over gRPC: those of {@link io.shelfwise.gateway.forward}, which
 * know nothing but whose it is, and those of the recommendations.
 */
@NullMarked
package io.shelfwise.gateway;

import org.jspecify.annotations.NullMarked;
