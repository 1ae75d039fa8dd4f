/** The HTTP server: from a connection to a responder and back. */
@NullMarked
package dev.smartspawn.query.http.server;

import org.jspecify.annotations.NullMarked;
