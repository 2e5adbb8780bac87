/**
 * The whole shop in this process: a folder for what is kept, its secrets, a Redis, and all four
 * services.
 *
 * <p>{@link io.shelfwise.standalone.process.Standalone} puts the parts together and takes them down
 * again in the right order.
 */
@NullMarked
package io.shelfwise.standalone.process;

import org.jspecify.annotations.NullMarked;
