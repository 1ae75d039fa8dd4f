/** {@code smart-spawn refresh}: pulls the sources and follows the pulls. */
@NullMarked
package dev.smartspawn.local.command.refresh;

import org.jspecify.annotations.NullMarked;
