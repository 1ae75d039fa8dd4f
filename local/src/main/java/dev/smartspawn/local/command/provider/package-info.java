/** The commands about providers of models. */
@NullMarked
package dev.smartspawn.local.command.provider;

import org.jspecify.annotations.NullMarked;
