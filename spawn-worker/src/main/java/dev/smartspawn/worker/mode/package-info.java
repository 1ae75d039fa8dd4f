/** One workflow per spawn mode, each readable on one screen. */
@NullMarked
package dev.smartspawn.worker.mode;

import org.jspecify.annotations.NullMarked;
