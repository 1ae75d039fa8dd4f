/** How a task is worked on: one class a mode, each readable on a screen. */
@NullMarked
package dev.smartspawn.worker.mode;

import org.jspecify.annotations.NullMarked;
