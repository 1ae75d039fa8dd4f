/** Feeds that fill a topic: a source read over HTTP, or a file maintained by hand. */
@NullMarked
package dev.smartspawn.ingest.feed;

import org.jspecify.annotations.NullMarked;
