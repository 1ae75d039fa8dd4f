/** The two hand-kept files, data/aliases.yaml and data/seed-overrides.yaml, line by line. */
@NullMarked
package dev.smartspawn.schema.reference;

import org.jspecify.annotations.NullMarked;
