/**
 * Describes the REST interface as an OpenAPI 3.1 document, made of the same routes and messages
 * that answer it and of the comments in the protos. It is never written by hand.
 */
@NullMarked
package io.shelfwise.gateway.openapi;

import org.jspecify.annotations.NullMarked;
