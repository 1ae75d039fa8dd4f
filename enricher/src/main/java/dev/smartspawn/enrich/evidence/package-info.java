/** Which records of the sources are about which model. */
@NullMarked
package dev.smartspawn.enrich.evidence;

import org.jspecify.annotations.NullMarked;
