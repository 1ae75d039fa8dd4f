/** The REST API of a running system, as the commands use it. */
@NullMarked
package dev.smartspawn.local.command.rest;

import org.jspecify.annotations.NullMarked;
