/**
 * Passes calls that need no thought to the service that owns them.
 *
 * <p>What is public stands in the protos: a rpc with a {@code google.api.http} annotation is, and
 * any other is not there for callers from outside. Messages are passed as the bytes they came in. A
 * call keeps its deadline, its cancellation and its pace; of its metadata only what traces it goes
 * on, and of an answer's trailers only the error.
 */
@NullMarked
package io.shelfwise.gateway.forward;

import org.jspecify.annotations.NullMarked;
