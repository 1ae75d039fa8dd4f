/** What changed in the table of models, and why. */
@NullMarked
package dev.smartspawn.schema.change;

import org.jspecify.annotations.NullMarked;
