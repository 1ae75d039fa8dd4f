/** Cost limits per spawn and per day, and the worst-case cost of a call. */
@NullMarked
package dev.smartspawn.worker.money;

import org.jspecify.annotations.NullMarked;
