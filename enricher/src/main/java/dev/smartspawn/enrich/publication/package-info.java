/** Sends the rows that changed, the change log and the report of each run. */
@NullMarked
package dev.smartspawn.enrich.publication;

import org.jspecify.annotations.NullMarked;
