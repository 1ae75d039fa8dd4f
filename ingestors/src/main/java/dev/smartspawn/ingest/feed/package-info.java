/** What fills a topic: a source behind HTTP, or a file kept by hand. */
@NullMarked
package dev.smartspawn.ingest.feed;

import org.jspecify.annotations.NullMarked;
