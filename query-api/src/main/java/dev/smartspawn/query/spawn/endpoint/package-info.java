/** Spawns over HTTP: submitting, cancelling, rating, listing and following them. */
@NullMarked
package dev.smartspawn.query.spawn.endpoint;

import org.jspecify.annotations.NullMarked;
