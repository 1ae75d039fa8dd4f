/** Amounts of money. */
@NullMarked
package dev.smartspawn.schema.money;

import org.jspecify.annotations.NullMarked;
