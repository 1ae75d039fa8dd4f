/** How each service runs as a process of its own. */
@NullMarked
package dev.smartspawn.schema.service;

import org.jspecify.annotations.NullMarked;
