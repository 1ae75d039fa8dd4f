/** What the table of enriched models is computed from. */
@NullMarked
package dev.smartspawn.enrich.input;

import org.jspecify.annotations.NullMarked;
