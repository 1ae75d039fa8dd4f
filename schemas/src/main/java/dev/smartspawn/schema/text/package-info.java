/** Suggestions for misspelled names. */
@NullMarked
package dev.smartspawn.schema.text;

import org.jspecify.annotations.NullMarked;
