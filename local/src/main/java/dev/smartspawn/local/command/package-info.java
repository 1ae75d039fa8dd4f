/**
 * The command line: {@link dev.smartspawn.local.command.SmartSpawn}, and one class per command. The
 * packages below hold the commands by subject.
 */
@NullMarked
package dev.smartspawn.local.command;

import org.jspecify.annotations.NullMarked;
