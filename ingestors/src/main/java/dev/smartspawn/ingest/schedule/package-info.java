/** When a feed is pulled. */
@NullMarked
package dev.smartspawn.ingest.schedule;

import org.jspecify.annotations.NullMarked;
