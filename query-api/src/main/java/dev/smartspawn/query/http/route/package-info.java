/** Routes, and what answers them. Knows nothing of what is answered. */
@NullMarked
package dev.smartspawn.query.http.route;

import org.jspecify.annotations.NullMarked;
