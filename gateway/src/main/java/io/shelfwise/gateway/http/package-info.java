/**
 * Turns JSON over HTTP into calls, by the routes written in the protos.
 *
 * <p>Nothing here knows a rpc by name. A request that matches a {@link
 * io.shelfwise.gateway.route.Route} becomes the rpc's message: its path and query give fields, its
 * body is proto3 JSON. The message is sent to the gateway's own gRPC handlers, and the answer, or
 * the {@code google.rpc.Status}, is written as JSON. A rpc that takes a stream takes JSON Lines.
 *
 * <p>What does not fit the message is refused here, by the name of the field: a slip of the pen is
 * never silently dropped.
 */
@NullMarked
package io.shelfwise.gateway.http;

import org.jspecify.annotations.NullMarked;
