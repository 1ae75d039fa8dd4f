/** The two files maintained by hand: names and corrections. */
@NullMarked
package dev.smartspawn.ingest.reference;

import org.jspecify.annotations.NullMarked;
