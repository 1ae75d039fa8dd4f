/** Artificial Analysis, at the specification's address or its successor's. */
@NullMarked
package dev.smartspawn.ingest.artificialanalysis;

import org.jspecify.annotations.NullMarked;
