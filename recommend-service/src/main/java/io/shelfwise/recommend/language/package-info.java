/**
 * How the words of a language become the terms of an index.
 *
 * <p>{@link io.shelfwise.recommend.language.Languages} knows an analysis for each language. An
 * index holds a field for each language and kind of text, and the field's name tells both, so that
 * products in several languages stand side by side and the words of each are counted among those of
 * its own language only.
 */
@NullMarked
package io.shelfwise.recommend.language;

import org.jspecify.annotations.NullMarked;
