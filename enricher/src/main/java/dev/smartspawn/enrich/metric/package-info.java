/** The metrics that sources publish, and their values as a record gives them. */
@NullMarked
package dev.smartspawn.enrich.metric;

import org.jspecify.annotations.NullMarked;
