/** What changed in the catalogue, read from model-changes, and its endpoint. */
@NullMarked
package dev.smartspawn.query.change;

import org.jspecify.annotations.NullMarked;
