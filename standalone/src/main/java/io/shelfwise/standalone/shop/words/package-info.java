/** The shop's vocabulary as text: tables that are read from resources, and sentences with gaps. */
@NullMarked
package io.shelfwise.standalone.shop.words;

import org.jspecify.annotations.NullMarked;
