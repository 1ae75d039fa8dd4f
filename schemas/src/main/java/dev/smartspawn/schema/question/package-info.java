/** What a caller can ask for: a price limit and capabilities. */
@NullMarked
package dev.smartspawn.schema.question;

import org.jspecify.annotations.NullMarked;
