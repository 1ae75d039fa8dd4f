/** Artificial Analysis, read from the specification's address or its successor. */
@NullMarked
package dev.smartspawn.ingest.artificialanalysis;

import org.jspecify.annotations.NullMarked;
