/**
 * The routes that are written in the protos, and the way from a request to its route.
 *
 * <p>A {@link io.shelfwise.gateway.route.Route} is one {@code google.api.http} binding of a {@link
 * io.shelfwise.gateway.route.Rpc}. Both the REST bridge and the OpenAPI document are made of these,
 * so neither can say what the other does not do.
 */
@NullMarked
package io.shelfwise.gateway.route;

import org.jspecify.annotations.NullMarked;
