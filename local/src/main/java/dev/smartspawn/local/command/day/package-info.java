/** {@code evaluate days}: what the answers did over recorded days, and why. */
@NullMarked
package dev.smartspawn.local.command.day;

import org.jspecify.annotations.NullMarked;
