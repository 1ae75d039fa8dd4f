/** Requests to a source over HTTP: deadlines, retries, redirects, conditional requests. */
@NullMarked
package dev.smartspawn.ingest.http;

import org.jspecify.annotations.NullMarked;
