/**
 * What a group of customers asks for: their answers to surveys, summed up question by question in
 * {@link io.shelfwise.value.demand.QuestionDemand}.
 */
@NullMarked
package io.shelfwise.value.demand;

import org.jspecify.annotations.NullMarked;
