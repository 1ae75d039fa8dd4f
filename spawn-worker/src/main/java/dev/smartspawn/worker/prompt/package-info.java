/** Prompts, and reading the judge's answer. */
@NullMarked
package dev.smartspawn.worker.prompt;

import org.jspecify.annotations.NullMarked;
