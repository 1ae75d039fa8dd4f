/** Building a spawn's result, however the spawn ends. */
@NullMarked
package dev.smartspawn.worker.result;

import org.jspecify.annotations.NullMarked;
