/** What models are told, and how their answers are read. */
@NullMarked
package dev.smartspawn.worker.prompt;

import org.jspecify.annotations.NullMarked;
