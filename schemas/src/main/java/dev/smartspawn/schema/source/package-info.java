/** Where facts about models come from, and everything that sets one source apart from another. */
@NullMarked
package dev.smartspawn.schema.source;

import org.jspecify.annotations.NullMarked;
