/** The one Jackson mapper that all modules share. */
@NullMarked
package dev.smartspawn.schema.json;

import org.jspecify.annotations.NullMarked;
