/** Where knowledge about models comes from. */
@NullMarked
package dev.smartspawn.schema.source;

import org.jspecify.annotations.NullMarked;
