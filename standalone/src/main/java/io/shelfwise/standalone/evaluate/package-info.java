/**
 * {@code shelfwise evaluate}: how good the recommenders are on data from a file, judged by what
 * customers did that the recommenders did not know of.
 *
 * <p>A file becomes a {@link io.shelfwise.recommend.evaluate.Split}, on whose known part {@link
 * io.shelfwise.standalone.evaluate.Evaluation} trains the recommenders with the settings of the
 * service; what comes of it is told by {@link io.shelfwise.standalone.evaluate.EvaluateReport}.
 */
@NullMarked
package io.shelfwise.standalone.evaluate;

import org.jspecify.annotations.NullMarked;
