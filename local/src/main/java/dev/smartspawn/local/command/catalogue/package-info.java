/** Commands about models: which to use, what is known of them, and how the sources are. */
@NullMarked
package dev.smartspawn.local.command.catalogue;

import org.jspecify.annotations.NullMarked;
