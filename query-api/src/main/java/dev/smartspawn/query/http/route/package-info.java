/** Routes and their responders. */
@NullMarked
package dev.smartspawn.query.http.route;

import org.jspecify.annotations.NullMarked;
