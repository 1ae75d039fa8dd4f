/** Calls chat APIs over HTTP: who answers for a model, and in which form it takes requests. */
@NullMarked
package dev.smartspawn.worker.provider;

import org.jspecify.annotations.NullMarked;
