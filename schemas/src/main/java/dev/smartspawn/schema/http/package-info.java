/** HTTP details shared by everything that calls other services. */
@NullMarked
package dev.smartspawn.schema.http;

import org.jspecify.annotations.NullMarked;
