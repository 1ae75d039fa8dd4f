/**
 * The two files maintained by hand, data/aliases.yaml and data/seed-overrides.yaml, line by line.
 */
@NullMarked
package dev.smartspawn.schema.reference;

import org.jspecify.annotations.NullMarked;
