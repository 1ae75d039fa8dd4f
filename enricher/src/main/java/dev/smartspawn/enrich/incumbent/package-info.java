/** Which models answer the standard questions, refresh by refresh. */
@NullMarked
package dev.smartspawn.enrich.incumbent;

import org.jspecify.annotations.NullMarked;
