/** The form that a request asks answers to have, and checking answers against it. */
@NullMarked
package dev.smartspawn.schema.format;

import org.jspecify.annotations.NullMarked;
