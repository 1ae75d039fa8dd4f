/** How a command talks to its console: tables, figures, times, failures and exit codes. */
@NullMarked
package dev.smartspawn.local.command.console;

import org.jspecify.annotations.NullMarked;
