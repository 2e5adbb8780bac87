package io.shelfwise.value.explain;

import io.shelfwise.value.features.CustomerFeatures;

/**
 * A customer.
 *
 * @param features what the customer is like
 * @param inside whether the customer is in the group
 */
record LabelledRow(CustomerFeatures features, boolean inside) {}
