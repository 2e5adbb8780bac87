/**
 * From a file to the services: rows are read, made into products, customers and events, and sent in
 * chunks; what is rejected is told by row, whether it was us who could not read it or a service
 * that would not have it.
 *
 * <p>A file is read as {@link io.shelfwise.standalone.load.Entry entries}, by {@link
 * io.shelfwise.standalone.load.EventRows} and {@link io.shelfwise.standalone.load.ProductRows} from
 * the {@link io.shelfwise.standalone.load.CsvRows} of a CSV file, or by {@link
 * io.shelfwise.standalone.load.JsonLines}. {@link io.shelfwise.standalone.load.Delivery} sends them
 * on.
 */
@NullMarked
package io.shelfwise.standalone.load;

import org.jspecify.annotations.NullMarked;
