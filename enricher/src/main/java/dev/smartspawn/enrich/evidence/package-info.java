/** Layer 2, first half: which sources' records are about which model. */
@NullMarked
package dev.smartspawn.enrich.evidence;

import org.jspecify.annotations.NullMarked;
