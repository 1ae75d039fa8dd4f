/** Status and health over HTTP. */
@NullMarked
package dev.smartspawn.query.status;

import org.jspecify.annotations.NullMarked;
