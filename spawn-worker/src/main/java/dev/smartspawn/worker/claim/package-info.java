/** Which worker owns a spawn: claims in the log decide. */
@NullMarked
package dev.smartspawn.worker.claim;

import org.jspecify.annotations.NullMarked;
