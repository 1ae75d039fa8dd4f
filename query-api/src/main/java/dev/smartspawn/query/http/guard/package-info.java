/** Who may read and write: hosts, origins, keys and a rate limit. */
@NullMarked
package dev.smartspawn.query.http.guard;

import org.jspecify.annotations.NullMarked;
