/** State stores together with their rows as objects. */
@NullMarked
package dev.smartspawn.enrich.store;

import org.jspecify.annotations.NullMarked;
