/** OpenRouter's catalogue. */
@NullMarked
package dev.smartspawn.ingest.openrouter;

import org.jspecify.annotations.NullMarked;
