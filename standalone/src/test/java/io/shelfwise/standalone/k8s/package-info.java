/** Holds what {@code k8s/base} renders against the rules that its comments and docs claim. */
@NullMarked
package io.shelfwise.standalone.k8s;

import org.jspecify.annotations.NullMarked;
