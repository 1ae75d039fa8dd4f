/** What changed in the catalogue, as model-changes has it. */
@NullMarked
package dev.smartspawn.query.change;

import org.jspecify.annotations.NullMarked;
