/** The sources of facts about models, and everything specific to each of them. */
@NullMarked
package dev.smartspawn.schema.source;

import org.jspecify.annotations.NullMarked;
