/** Picks and recommendations over HTTP. */
@NullMarked
package dev.smartspawn.query.recommend.endpoint;

import org.jspecify.annotations.NullMarked;
