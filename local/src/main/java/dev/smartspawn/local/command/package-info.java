/** The command line: {@link dev.smartspawn.local.command.SmartSpawn}, and one class a command. */
@NullMarked
package dev.smartspawn.local.command;

import org.jspecify.annotations.NullMarked;
