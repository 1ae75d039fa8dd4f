/** What goes out: the rows that differ, the change log, the report of each run. */
@NullMarked
package dev.smartspawn.enrich.publication;

import org.jspecify.annotations.NullMarked;
